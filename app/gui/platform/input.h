#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/keymap.h"

struct GLFWwindow;

namespace interleave::gui {

// Takes the window's keys as they come, and notes whether anything came at all. Lives as long as the window.
class Input {
 public:
  // Sets the window's callbacks; before ImGui sets its own, which call these.
  explicit Input(GLFWwindow* window);
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // The key presses since the last call, in order.
  std::vector<KeyPress> take_presses();
  // Files that were dropped on the window since the last call.
  std::vector<std::string> take_dropped();
  // Whether the window came to the front since the last call.
  bool take_focus();
  // Whether there was any input since the last call, or the window must be drawn again.
  bool take_activity();

 private:
  void on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers);
  void end_press();
  void on_character(unsigned int character);
  static Input& of(GLFWwindow* window);

  std::vector<KeyPress> presses_;
  std::vector<std::string> dropped_;
  bool focused_ = false;
  bool active_ = true;
  std::optional<KeyPress> press_;  // what it types has not come yet
};

}  // namespace interleave::gui
