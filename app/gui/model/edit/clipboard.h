#pragma once

#include <functional>
#include <memory>
#include <string>

namespace interleave::gui {

// Where text is copied to and pasted from: the system's, or one of the window's own. Belongs to the window's thread.
struct Clipboard {
  using Answer = std::function<void(const std::string& text)>;
  // Calls `answer` once: at once, or later where the system takes its time.
  std::function<void(const Answer& answer)> read;
  std::function<void(const std::string&)> write;
};

// One that nobody else sees.
inline Clipboard own_clipboard() {
  auto text = std::make_shared<std::string>();
  return {[text](const Clipboard::Answer& answer) { answer(*text); },
          [text](const std::string& copied) { *text = copied; }};
}

}  // namespace interleave::gui
