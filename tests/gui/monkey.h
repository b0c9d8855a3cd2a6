#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <string>

#include "tests/gui/headless.h"

namespace interleave::gui {

// A hand that presses, drags and types at random, the same for the same seed. What stands in the window attracts it
// more than what is between.
class Monkey {
 public:
  Monkey(Headless& window, std::uint32_t seed, float width, float height);

  // One thing that a user may do, with the frames that it takes.
  void act();
  // What it did last, the newest at the end, each in a line.
  std::string done() const;

 private:
  std::size_t below(std::size_t count);
  float along(float from, float to);
  Point anywhere();
  Point somewhere();  // on something, mostly
  KeyPress any_press();
  void note(std::string what);

  void click_control();
  void click();
  void drag();
  void turn_wheel();
  void press_any_key();
  void press_known_key();
  void type();
  void let_pass();
  void open_file();

  Headless& window_;
  std::mt19937 random_;
  float width_;
  float height_;
  std::deque<std::string> done_;
};

}  // namespace interleave::gui
