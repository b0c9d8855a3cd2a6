#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <string>

#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"
#include "tests/gui/layout_rules.h"
#include "tests/gui/stepped_run.h"

namespace interleave::gui {

// A window of every built-in scenario, with files beside it, and a hand that presses and drags in it at random: the
// same seed does the same. No file is real and no time either.
class Monkey {
 public:
  Monkey(Shape shape, std::uint64_t seed);

  // Acts at random until so many frames were drawn, and now and then sees whether Run still runs. Stops at the first
  // frame that breaks a rule.
  void play(std::size_t frames);

  std::size_t frames() const { return frames_; }
  const Broken& broken() const { return broken_; }
  // What it was asked for and what it did last, to be done again.
  std::string trail() const;

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  bool one_in(std::size_t many) { return below(many) == 0; }
  template <class Choices>
  const auto& any_of(const Choices& choices) {
    return choices[below(std::size(choices))];
  }
  void note(std::string act);
  void look();
  void follow_window();

  Point somewhere();
  Point something();
  void act();
  void press_something();
  void drag_something();
  void hold_while_acting();
  void turn_wheel();
  void press_bound_key();
  void press_any_key();
  void press(KeyPress press);
  void type_word();
  void let_time_pass();
  void drop_file();
  void meddle();
  void change_window();
  void see_whether_run_runs();

  HostClock clock_ = std::make_shared<double>(0);
  std::shared_ptr<FakeFiles> files_ = std::make_shared<FakeFiles>();
  Headless window_;
  Shape shape_;
  std::uint64_t seed_;
  std::mt19937_64 random_;
  bool leaves_panels_;  // with the sizes that they have by themselves, at which nothing may be cut off
  std::size_t frames_ = 0;
  float scale_ = 0;
  bool held_ = false;  // the left button
  std::deque<std::string> acts_;
  Broken broken_;
};

}  // namespace interleave::gui
