// What the monkey does.
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "app/gui/model/files/kept_work.h"
#include "app/gui/model/input/key_table.h"
#include "app/gui/model/update/keep_work.h"
#include "app/gui/model/update/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/monkey.h"
#include "tests/gui/monkey_desk.h"

namespace interleave::gui {

namespace {

constexpr const char32_t* kWords[] = {U"a",       U"cake", U"3",   U"0",      U"0.5",  U"-1",
                                      U"{",       U"}",    U"\"",  U"/food",  U"/zz",  U"m",
                                      U"ä€",      U"12",   U"1e3", U"coffee", U"pool", U"lessons/shop.json",
                                      U"two.json"};

constexpr double kPassed[] = {0, 0.016, 0.016, 0.1, 0.1, 0.5, 2, 30};

constexpr Key kKeys[] = {Key::position_w, Key::position_a, Key::position_s, Key::position_d, Key::space,
                         Key::left,       Key::right,      Key::up,         Key::down,       Key::home,
                         Key::end,        Key::page_up,    Key::page_down,  Key::enter,      Key::escape,
                         Key::tab,        Key::backspace,  Key::remove,     Key::insert,     Key::f2,
                         Key::f5,         Key::f6,         Key::f11};

// What is said of a point or a key in the trail is enough to do it again.
std::string at_text(Point point) { return fmt::format("{:g},{:g}", point.x, point.y); }
std::string press_text(const KeyPress& press) {
  return fmt::format("key {} character {}{}{}{}", static_cast<int>(press.key), static_cast<unsigned>(press.character),
                     press.control ? " Ctrl" : "", press.shift ? " Shift" : "", press.alt ? " Alt" : "");
}

}  // namespace

Point Monkey::somewhere() {
  return {static_cast<float>(below(static_cast<std::size_t>(shape_.width))),
          static_cast<float>(below(static_cast<std::size_t>(shape_.height)))};
}

// The middle of something that reacts, or a point of it.
Point Monkey::something() {
  const Drawn& drawn = window_.drawn();
  std::vector<Rect> boxes;
  const auto add = [&](const auto& things) {
    if (things.empty()) return;
    for (int i = 0; i < 4; ++i) boxes.push_back(any_of(things).box);
  };
  add(drawn.controls);
  add(drawn.bars);
  add(drawn.cells);
  add(drawn.flags);
  add(drawn.texts);
  add(drawn.stops);
  for (const Rect& box : {drawn.axis, drawn.lanes, drawn.minimap, drawn.window_frame, drawn.typed_field}) {
    if (!box.empty()) boxes.push_back(box);
  }
  for (const Rect& panel : drawn.panels) {
    boxes.push_back({panel.left - 1, panel.center().y, panel.left + 1, panel.center().y});
    boxes.push_back({panel.center().x, panel.top - 1, panel.center().x, panel.top + 1});
  }
  const Rect box = any_of(boxes);
  if (one_in(2) || box.empty()) return box.center();
  const auto within = [&](float from, float length) { return from + length * static_cast<float>(below(97)) / 96; };
  return {within(box.left, box.width()), within(box.top, box.height())};
}

void Monkey::act() {
  struct Choice {
    std::size_t weight;
    void (Monkey::*act)();
  };
  static constexpr Choice kChoices[] = {
      {30, &Monkey::press_something}, {14, &Monkey::drag_something},  {3, &Monkey::hold_while_acting},
      {8, &Monkey::turn_wheel},       {22, &Monkey::press_bound_key}, {7, &Monkey::press_any_key},
      {8, &Monkey::type_word},        {12, &Monkey::let_time_pass},   {1, &Monkey::drop_file},
      {2, &Monkey::meddle},           {1, &Monkey::change_window},
  };
  std::size_t whole = 0;
  for (const Choice& choice : kChoices) whole += choice.weight;
  std::size_t drawn = below(whole);
  for (const Choice& choice : kChoices) {
    if (drawn < choice.weight) return (this->*choice.act)();
    drawn -= choice.weight;
  }
}

void Monkey::press_something() {
  if (held_) return;
  const Point at = one_in(5) ? somewhere() : something();
  if (one_in(6)) {
    note("double click " + at_text(at));
    return window_.double_click(at);
  }
  if (one_in(6)) {
    note("right click " + at_text(at));
    return window_.right_drag(at, at);
  }
  if (one_in(6)) {
    note("point at " + at_text(at));
    return window_.move_to(at);
  }
  note("click " + at_text(at));
  window_.click(at);
}

void Monkey::drag_something() {
  if (held_) return;
  const Point from = one_in(5) ? somewhere() : something();
  Point to = one_in(3) ? something() : somewhere();
  if (one_in(2)) to = {from.x + static_cast<float>(below(80)) - 40, one_in(2) ? from.y : from.y + 20};
  const bool right = one_in(4);
  const bool shift = one_in(6);
  note(fmt::format("{}{}drag {} to {}", shift ? "Shift+" : "", right ? "right " : "", at_text(from), at_text(to)));
  if (shift) window_.hold_shift(true);
  right ? window_.right_drag(from, to) : window_.drag(from, to);
  if (shift) window_.hold_shift(false);
}

// Somebody may press keys while he drags, and let go outside.
void Monkey::hold_while_acting() {
  if (held_) return;
  const Point from = something();
  note("press and hold " + at_text(from));
  window_.move_to(from);
  window_.mouse_down();
  held_ = true;
  for (std::size_t i = 0; i < 3 && broken_.empty(); ++i) {
    const Point to = one_in(2) ? something() : somewhere();
    note("drag on to " + at_text(to));
    window_.move_to(to);
    act();
  }
  if (one_in(4)) {
    note("leave the window");
    window_.leave_window();
  }
  note("let go");
  held_ = false;
  window_.mouse_up();
}

void Monkey::turn_wheel() {
  const Point at = something();
  const float notches = static_cast<float>(below(9)) - 4;
  const bool control = one_in(4);
  const bool across = one_in(4);
  note(fmt::format("{}wheel {}{:g} at {}", control ? "Ctrl+" : "", across ? "across " : "", notches, at_text(at)));
  if (control) window_.hold_control(true);
  *clock_ += 1;
  across ? window_.wheel_across(at, notches) : window_.wheel(at, notches);
  if (control) window_.hold_control(false);
}

void Monkey::press(KeyPress press) {
  note(press_text(press));
  window_.press_key(press);
}

void Monkey::press_bound_key() {
  const KeyLine& line = any_of(key_table());
  if (line.keys.empty()) return press({Key::enter});
  const Binding& binding = any_of(line.keys);
  KeyPress made = binding.press;
  made.shift = binding.shift == WithShift::yes || (binding.shift == WithShift::any && one_in(4));
  press(made);
}

void Monkey::press_any_key() {
  KeyPress made{any_of(kKeys), 0, one_in(4), one_in(4), one_in(6)};
  if (made.key == Key::space) made.character = U' ';
  if (one_in(3)) made = {Key::none, static_cast<char32_t>(U'!' + below(94)), one_in(3), one_in(3)};
  press(made);
}

void Monkey::type_word() {
  const std::u32string_view word = any_of(kWords);
  std::string numbers;
  for (const char32_t c : word) numbers += fmt::format(" {}", static_cast<unsigned>(c));
  note("type" + numbers);
  window_.type(word);
  if (one_in(3)) press({Key::enter});
}

void Monkey::let_time_pass() {
  const double passed = any_of(kPassed);
  note(fmt::format("{:g} s pass", passed));
  *clock_ += passed;
  keep_unsaved(window_.state, passed);
  window_.pass(passed);
}

void Monkey::drop_file() {
  const std::string path = any_of(kDropped);
  note("drop " + path);
  update(window_.state, command::OpenFile{path});
  window_.frame();
}

// What comes from outside of the window.
void Monkey::meddle() {
  switch (below(5)) {
    case 0:
      note("close");
      update(window_.state, command::RequestClose{});
      break;
    case 1:
      note("another program writes the file");
      files_->put(kLesson, one_in(3) ? "{" : std::string(find_built_in(one_in(2) ? "coffee-shop" : "downloads")->text));
      update(window_.state, command::CheckFile{});
      break;
    case 2:
      files_->refuses = files_->refuses.empty() ? "No space left on device" : "";
      note("the disk is " + std::string(files_->refuses.empty() ? "empty" : "full"));
      break;
    case 3:
      note("another program copies a text");
      window_.state.clipboard.write(one_in(2) ? kTwoTasks : "two\nlines\t\x01 ä");
      break;
    default:
      note("look at the file");
      update(window_.state, command::CheckFile{});
  }
  window_.frame();
}

void Monkey::change_window() {
  shape_ = any_of(kShapes);
  note(fmt::format("the window is {:g}x{:g} at {} %", shape_.width, shape_.height, shape_.scale));
  window_.resize(shape_.width, shape_.height);
  window_.frame();
}

}  // namespace interleave::gui
