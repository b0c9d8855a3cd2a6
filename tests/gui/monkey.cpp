#include "tests/gui/monkey.h"

#include <array>
#include <fmt/format.h>

#include "app/gui/model/key_table.h"
#include "app/gui/model/update.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kRemembered = 30;
constexpr auto kLastKey = static_cast<std::size_t>(Key::f11);

std::string text_of_point(Point point) { return fmt::format("{:.0f},{:.0f}", point.x, point.y); }

}  // namespace

Monkey::Monkey(Headless& window, std::uint32_t seed, float width, float height)
    : window_(window), random_(seed), width_(width), height_(height) {}

std::string Monkey::done() const {
  std::string lines;
  for (const std::string& line : done_) lines += line + "\n";
  return lines;
}

void Monkey::act() {
  using Action = void (Monkey::*)();
  struct Weighted {
    Action action;
    std::size_t weight;
  };
  static constexpr std::array<Weighted, 9> kActions = {{{&Monkey::click_control, 20},
                                                        {&Monkey::click, 15},
                                                        {&Monkey::drag, 15},
                                                        {&Monkey::turn_wheel, 10},
                                                        {&Monkey::press_any_key, 5},
                                                        {&Monkey::press_known_key, 20},
                                                        {&Monkey::type, 5},
                                                        {&Monkey::let_pass, 9},
                                                        {&Monkey::open_file, 1}}};
  std::size_t drawn = below(100);
  for (const auto& [action, weight] : kActions) {
    if (drawn < weight) return (this->*action)();
    drawn -= weight;
  }
}

// The standard leaves to each library how its distributions draw.
std::size_t Monkey::below(std::size_t count) { return random_() % count; }
float Monkey::along(float from, float to) {
  constexpr std::size_t kParts = 10'000;
  return from + (to - from) * static_cast<float>(below(kParts)) / float{kParts};
}
Point Monkey::anywhere() { return {along(0, width_), along(0, height_)}; }

Point Monkey::somewhere() {
  const Drawn& drawn = window_.drawn();
  const auto in = [&](Rect box) { return Point{along(box.left, box.right), along(box.top, box.bottom)}; };
  switch (below(8)) {
    case 0:
      if (!drawn.cells.empty()) return in(drawn.cells[below(drawn.cells.size())].box);
      break;
    case 1:
    case 2:
      if (!drawn.bars.empty()) return in(drawn.bars[below(drawn.bars.size())].box);
      break;
    case 3:
      if (!drawn.texts.empty()) return in(drawn.texts[below(drawn.texts.size())].box);
      break;
    case 4:
      return in(below(2) == 0 ? drawn.axis : drawn.minimap);
    case 5:
      if (!drawn.bars.empty()) {  // a bar's end
        const Rect box = drawn.bars[below(drawn.bars.size())].box;
        return {box.right, box.center().y};
      }
      break;
    case 6:
      if (!drawn.panels.empty()) {  // what is between two panels
        const Rect box = drawn.panels[below(drawn.panels.size())];
        return below(2) == 0 ? Point{box.left, along(box.top, box.bottom)} : Point{along(box.left, box.right), box.top};
      }
      break;
    default:
      break;
  }
  return anywhere();
}

void Monkey::note(std::string what) {
  done_.push_back(std::move(what));
  if (done_.size() > kRemembered) done_.pop_front();
}

void Monkey::click_control() {
  const auto& controls = window_.drawn().controls;
  if (controls.empty()) return click();
  const DrawnControl control = controls[below(controls.size())];
  note(fmt::format("click control {} at {}", static_cast<int>(control.control), text_of_point(control.box.center())));
  window_.click(control.box.center());
}

void Monkey::click() {
  const Point point = somewhere();
  const bool twice = below(4) == 0;
  note(fmt::format("click {} {}", text_of_point(point), twice ? "twice" : ""));
  twice ? window_.double_click(point) : window_.click(point);
}

void Monkey::drag() {
  const Point from = somewhere();
  const Point to = below(2) == 0 ? somewhere() : anywhere();
  const bool right = below(5) == 0;
  const bool shift = below(5) == 0;
  note(fmt::format("{}{}drag {} to {}", shift ? "shift " : "", right ? "right " : "", text_of_point(from),
                   text_of_point(to)));
  if (shift) window_.hold_shift(true);
  right ? window_.right_drag(from, to) : window_.drag(from, to);
  if (shift) window_.hold_shift(false);
}

void Monkey::turn_wheel() {
  const Point at = somewhere();
  const float notches = along(-6, 6);
  const bool across = below(4) == 0;
  const bool control = below(6) == 0;
  note(fmt::format("{}wheel {} {} {:.2f}", control ? "control " : "", across ? "across" : "", text_of_point(at),
                   notches));
  if (control) window_.hold_control(true);
  across ? window_.wheel_across(at, notches) : window_.wheel(at, notches);
  if (control) window_.hold_control(false);
}

KeyPress Monkey::any_press() {
  KeyPress press;
  if (below(2) == 0)
    press.key = static_cast<Key>(1 + below(kLastKey));
  else
    press.character = static_cast<char32_t>(U' ' + below(U'~' - U' '));
  press.control = below(4) == 0;
  press.shift = below(4) == 0;
  press.alt = below(12) == 0;
  return press;
}

void Monkey::press_any_key() {
  const KeyPress press = any_press();
  note(fmt::format("key {} character {} control {} shift {} alt {}", static_cast<int>(press.key),
                   static_cast<std::uint32_t>(press.character), press.control, press.shift, press.alt));
  window_.press_key(press);
}

void Monkey::press_known_key() {
  const Act& act = key_table()[below(key_table().size())];
  if (act.keys.empty()) return press_any_key();
  const Binding& binding = act.keys[below(act.keys.size())];
  KeyPress press = binding.press;
  press.shift = binding.shift == WithShift::yes || (binding.shift == WithShift::any && below(3) == 0);
  note(fmt::format("{} ({})", act.what, binding.written));
  window_.press_key(press);
}

void Monkey::type() {
  constexpr std::string_view kTyped = "0123456789.eE-{}[]\":,abc \t";
  std::string text;
  for (std::size_t i = 1 + below(4); i > 0; --i) text += kTyped[below(kTyped.size())];
  note(fmt::format("type {}", text));
  window_.type(text);
}

void Monkey::let_pass() {
  const auto time = static_cast<double>(along(0, below(4) == 0 ? 20 : 0.3F));
  note(fmt::format("{:.3f} s pass", time));
  window_.pass(time);
}

void Monkey::open_file() {
  constexpr std::array kPaths = {kShop, kBad, "/home/lessons/notes.txt", "/home/other.interleave", "/nowhere.json"};
  const std::string path = kPaths[below(kPaths.size())];
  note("drop " + path);
  update(window_.state, command::OpenFile{path});
  window_.frame();
}

}  // namespace interleave::gui
