#include "app/gui/views/toolbar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>

#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kButtonHeight = 32;
constexpr float kRowHeight = 48;
constexpr float kMargin = 12;
constexpr float kGap = 10;
constexpr float kWidestScenario = 260;
constexpr float kNarrowestScenario = 130;

constexpr std::array kModeControls = {Control::mode_sequential, Control::mode_coroutine, Control::mode_threads,
                                      Control::mode_pool};
constexpr std::array kClockControls = {Control::real_time, Control::simulated};

// One thing on the toolbar: how wide it is and how it is drawn.
struct Item {
  float width;
  std::function<void(Rect)> draw;
};

enum class Room : std::uint8_t { wide, narrow };

ButtonLook pause_look(const Ui& ui, Room room) {
  const bool goes_on = label_of(ui.state, Control::pause) == "Resume";
  return {Face::plain, goes_on ? Icon::play : Icon::pause, room == Room::wide ? Caption::shown : Caption::hidden};
}

// The button keeps its width when its label changes, so that nothing beside it moves.
float widest_of(const Ui& ui, ButtonLook look, Style style, std::initializer_list<std::string_view> labels) {
  float width = 0;
  for (std::string_view label : labels) width = std::max(width, ui.canvas.text_width(label, style));
  ButtonLook bare = look;
  bare.caption = Caption::hidden;
  return button_width(ui, Control::run, bare) + width + ui.px(7);
}

void draw_max_workers(const Ui& ui, Rect box) {
  const bool used = ui.state.settings.mode == Mode::pool;
  const Color ink = used ? ui.theme.text : ui.theme.quiet_text;
  const float label = ui.canvas.text_width("max_workers", Style::body) + ui.px(8);
  ui.canvas.text(box.cut_left(label), "max_workers", Style::body, ink);
  const float side = ui.px(28);
  button(ui, box.cut_left(side), Control::fewer_workers, {Face::plain, Icon::minus, Caption::hidden});
  button(ui, box.cut_right(side), Control::more_workers, {Face::plain, Icon::plus, Caption::hidden});
  ui.canvas.text(box, used ? fmt::format("{}", ui.state.settings.max_workers) : "–", Style::strong, ink, Align::center);
  if (!used && ui.pointer.over(box)) ui.explain("Only the thread pool has max_workers");
}

Item plain(const Ui& ui, Control control, ButtonLook look) {
  return {button_width(ui, control, look), [&ui, control, look](Rect box) { button(ui, box, control, look); }};
}

std::vector<Item> items_of(const Ui& ui, Room room) {
  const Caption caption = room == Room::wide ? Caption::shown : Caption::hidden;
  const ButtonLook scenario{Face::plain, Icon::down};
  const ButtonLook run{Face::primary, Icon::play};
  const ButtonLook pause = pause_look(ui, room);
  const float scenario_width = std::min(button_width(ui, Control::scenario, scenario),
                                        ui.px(room == Room::wide ? kWidestScenario : kNarrowestScenario));
  const float workers_width = ui.canvas.text_width("max_workers", Style::body) + ui.px(8 + 28 + 34 + 28);
  const float pause_width = caption == Caption::shown ? widest_of(ui, pause, Style::body, {"Pause", "Resume"})
                                                      : button_width(ui, Control::pause, pause);
  const Icon theme = ui.state.theme == ThemeName::dark ? Icon::sun : Icon::moon;
  return {
      {scenario_width, [&ui, scenario](Rect box) { button(ui, box, Control::scenario, scenario); }},
      {segments_width(ui, kModeControls), [&ui](Rect box) { segments(ui, box, kModeControls); }},
      {workers_width, [&ui](Rect box) { draw_max_workers(ui, box); }},
      {widest_of(ui, run, Style::strong, {"Run", "Run again"}),
       [&ui, run](Rect box) { button(ui, box, Control::run, run); }},
      {pause_width, [&ui, pause](Rect box) { button(ui, box, Control::pause, pause); }},
      plain(ui, Control::step, {Face::plain, Icon::step, caption}),
      plain(ui, Control::to_start, {Face::plain, Icon::to_start, Caption::hidden}),
      {ui.canvas.text_width("0.25×", Style::body) + ui.px(13 + 7 + 2 * 9),
       [&ui](Rect box) {
         button(ui, box, Control::speed, {Face::plain, Icon::down});
       }},
      {segments_width(ui, kClockControls), [&ui](Rect box) { segments(ui, box, kClockControls); }},
      plain(ui, Control::theme, {Face::plain, theme, Caption::hidden}),
      plain(ui, Control::help, {Face::plain}),
  };
}

float width_of(const Ui& ui, const std::vector<Item>& items) {
  float width = 2 * ui.px(kMargin) - ui.px(kGap);
  for (const Item& item : items) width += item.width + ui.px(kGap);
  return width;
}

std::vector<Item> fitting_items(const Ui& ui, float width) {
  std::vector<Item> items = items_of(ui, Room::wide);
  return width_of(ui, items) <= width ? items : items_of(ui, Room::narrow);
}

// Where each item stands, from left to right and row by row.
std::vector<Rect> places(const Ui& ui, const std::vector<Item>& items, float width) {
  std::vector<Rect> boxes;
  const float margin = ui.px(kMargin);
  float x = margin;
  float row = 0;
  for (const Item& item : items) {
    if (x > margin && x + item.width > width - margin) {
      x = margin;
      row += ui.px(kRowHeight) - ui.px(6);
    }
    const float top = row + (ui.px(kRowHeight) - ui.px(kButtonHeight)) / 2;
    boxes.push_back({x, top, std::min(x + item.width, width - margin), top + ui.px(kButtonHeight)});
    x += item.width + ui.px(kGap);
  }
  return boxes;
}

// With room to spare, what says how to run stands left and what belongs to the window right.
void push_right(const Ui& ui, std::vector<Rect>& boxes, float width, std::size_t first) {
  if (boxes.back().top != boxes.front().top) return;
  const float shift = width - ui.px(kMargin) - boxes.back().right;
  for (std::size_t i = first; i < boxes.size(); ++i) {
    boxes[i].left += shift;
    boxes[i].right += shift;
  }
}

}  // namespace

float toolbar_height(const Ui& ui, float width) {
  const auto items = fitting_items(ui, width);
  return places(ui, items, width).back().bottom + (ui.px(kRowHeight) - ui.px(kButtonHeight)) / 2;
}

void draw_toolbar(const Ui& ui, Rect box) {
  constexpr std::size_t kFirstOfTheRight = 8;
  ui.canvas.fill(box, ui.theme.bar);
  ui.canvas.fill({box.left, box.bottom - 1, box.right, box.bottom}, ui.theme.line);
  const auto items = fitting_items(ui, box.width());
  auto boxes = places(ui, items, box.width());
  push_right(ui, boxes, box.width(), kFirstOfTheRight);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].draw(
        {box.left + boxes[i].left, box.top + boxes[i].top, box.left + boxes[i].right, box.top + boxes[i].bottom});
  }
}

}  // namespace interleave::gui
