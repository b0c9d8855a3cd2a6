#include "app/gui/views/panels/toolbar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <utility>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/typing.h"
#include "app/gui/views/widgets/edit_field.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kButtonHeight = 32;
constexpr float kRowHeight = 48;
constexpr float kToolbarMargin = 12;
constexpr float kToolbarGap = 10;
constexpr float kSnugToolbarGap = 6;
constexpr float kWidestScenario = 260;
constexpr float kNarrowestScenario = 130;
constexpr float kStepButton = 28;
constexpr float kBesideNumber = 3;
constexpr float kLeastScenario = 100;  // where that saves a row

constexpr std::array kClockActs = {"real-time"_act, "simulated"_act};

// One thing on the toolbar: how wide it is and how it is drawn.
struct Item {
  float width;
  std::function<void(Rect)> draw;
  bool with_next = false;  // in one row
};

enum class Room : std::uint8_t { wide, narrow };

// Where there is little room: all; without what is no part of a lesson, or does nothing in this mode; or also without
// what keys and gestures do as well.
enum class Which : std::uint8_t { all, used, fewest };

// The largest there is has room, typed with a cursor too.
float number_width(const Ui& ui) {
  return ui.canvas.text_width(fmt::format("{}", kMostWorkers), Style::body) + ui.px(2 * 6 + 3);
}

void draw_typed_workers(const Ui& ui, Rect box) {
  draw_framed_field(ui, box, *ui.state.typed_workers, "", Typing::yes);
  ui.canvas.drawn().typed_field = box;
  if (ui.pointer.pressed && !ui.pointer.over(box)) ui.wish(command::EndTyping{});
}

void draw_max_workers(const Ui& ui, Rect box) {
  const bool used = traits(ui.state.settings.mode).has_max_workers;
  const Color ink = used ? ui.theme.text : ui.theme.quiet_text;
  const float label = ui.canvas.text_width("max_workers", Style::body) + ui.px(8);
  ui.canvas.text(box.cut_left(label), "max_workers", Style::body, ink);
  const float side = ui.px(kStepButton);
  button(ui, box.cut_left(side), "fewer-workers"_act, {Face::plain, Icon::minus, Caption::hidden});
  button(ui, box.cut_right(side), "more-workers"_act, {Face::plain, Icon::plus, Caption::hidden});
  box = box.inset(ui.px(kBesideNumber), 0);
  if (types_workers(ui.state)) return draw_typed_workers(ui, box);
  button(ui, box, "max-workers"_act, {Face::plain, Icon::none, Caption::shown, Padding::snug});
}

// Whether the one thing to press is what stops the run or lets it go on, and not what begins it anew.
bool is_under_way(const AppState& state) {
  const Phase now = phase(state);
  return (now == Phase::running || now == Phase::paused || now == Phase::replaying) && !state.directed;
}

ActWithIcon runs(const AppState& state) { return {"run"_act, state.run.started ? Icon::again : Icon::play}; }

ActWithIcon pauses(const AppState& state) {
  return {"pause"_act, act("pause"_act).label(state) == "Pause" ? Icon::pause : Icon::play};
}

ActWithIcon other_to_press(const AppState& state) { return is_under_way(state) ? runs(state) : pauses(state); }

// What the scenario is about, where its name is pointed at.
void draw_scenario(const Ui& ui, Rect box, ButtonLook look) {
  button(ui, box, "scenario"_act, look);
  const bool pointed = ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (!ui.tooltip || (!pointed && ui.state.focused != "scenario"_act)) return;
  const std::string& summary = ui.state.scenario().summary;
  if (!summary.empty()) ui.tooltip->lines.push_back(summary);
}

class ItemMaker {
 public:
  ItemMaker(const Ui& ui, Room room, Which which = Which::all)
      : ui_(ui),
        room_(room),
        which_(which),
        padding_(room == Room::wide ? Padding::roomy : Padding::snug),
        caption_(room == Room::wide ? Caption::shown : Caption::hidden) {}

  bool shows_clock() const { return shows_all() || !ui_.state.presenting; }
  bool shows_help() const { return which_ != Which::fewest; }

  std::vector<Item> items() const {
    const std::initializer_list<std::string_view> labels = {"Run", "Run again", "Pause", "Resume", "Replay"};
    const ActWithIcon first = first_to_press(ui_.state);
    const ActWithIcon other = other_to_press(ui_.state);
    std::vector<Item> items = {scenario(), group(mode_acts())};
    const bool is_lesson = ui_.state.presenting && which_ != Which::fewest;
    if (shows_all() || is_lesson || traits(ui_.state.settings.mode).has_max_workers) items.push_back(max_workers());
    const std::size_t run = items.size();
    items.insert(
        items.end(),
        {keeping_width(first.act, {Face::primary, first.icon, Caption::shown, padding_}, Style::strong, labels),
         keeping_width(other.act, {Face::plain, other.icon, caption_, padding_}, Style::body, labels),
         single("step"_act, {Face::plain, Icon::step, caption_, padding_}),
         single("to-start"_act, {Face::plain, Icon::to_start, Caption::hidden, padding_})});
    if (which_ == Which::fewest) items.pop_back();
    for (std::size_t i = run; i + 1 < items.size(); ++i) items[i].with_next = true;
    items.push_back(
        keeping_width("speed"_act, {Face::plain, Icon::down, Caption::shown, padding_}, Style::body, {"0.25×"}));
    if (shows_clock()) items.push_back(group(kClockActs));
    if (shows_help()) items.push_back(single("help"_act, {Face::plain, Icon::none, Caption::shown, padding_}));
    return items;
  }

 private:
  bool shows_all() const { return which_ == Which::all; }

  Item single(ActId id, ButtonLook look) const {
    return {button_width(ui_, id, look), [&ui = ui_, id, look](Rect box) { button(ui, box, id, look); }};
  }

  // The button keeps its width when its label changes, so that nothing beside it moves.
  Item keeping_width(ActId id, ButtonLook look, Style style, std::initializer_list<std::string_view> labels) const {
    Item item = single(id, look);
    if (look.caption == Caption::hidden) return item;
    float widest = 0;
    for (std::string_view label : labels) widest = std::max(widest, ui_.canvas.text_width(label, style));
    item.width += widest - ui_.canvas.text_width(act(id).label(ui_.state), style);
    return item;
  }

  Item group(std::span<const ActId> ids) const {
    return {segments_width(ui_, ids, padding_),
            [&ui = ui_, ids, padding = padding_](Rect box) { segments(ui, box, ids, padding); }};
  }

  Item scenario() const {
    const ButtonLook look{Face::plain, Icon::down, Caption::shown, padding_};
    Item item{button_width(ui_, "scenario"_act, look), [&ui = ui_, look](Rect box) { draw_scenario(ui, box, look); }};
    item.width = std::min(item.width, ui_.px(room_ == Room::wide ? kWidestScenario : kNarrowestScenario));
    return item;
  }

  Item max_workers() const {
    const float label = ui_.canvas.text_width("max_workers", Style::body) + ui_.px(8);
    const float width = label + number_width(ui_) + 2 * ui_.px(kBesideNumber + kStepButton);
    return {width, [&ui = ui_](Rect box) { draw_max_workers(ui, box); }};
  }

  const Ui& ui_;
  Room room_;
  Which which_;
  Padding padding_;
  Caption caption_;
};

float gap_of(const Ui& ui, Room room) { return ui.px(room == Room::wide ? kToolbarGap : kSnugToolbarGap); }

// The toolbar's things, and where each stands: from left to right and row by row.
struct Layout {
  std::vector<Item> items;
  std::vector<Rect> boxes;
  std::size_t of_window = 2;  // how many of the last belong to the window: the clock and the help
};

float width_of(const Ui& ui, const std::vector<Item>& items, float gap) {
  float width = 2 * ui.px(kToolbarMargin) - gap;
  for (const Item& item : items) width += item.width + gap;
  return width;
}

// Row by row, at most so wide.
std::vector<Rect> boxes_of(const Ui& ui, const std::vector<Item>& items, float width, float gap) {
  std::vector<Rect> boxes;
  const float margin = ui.px(kToolbarMargin);
  float x = margin;
  float row = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const bool goes_on = i > 0 && items[i - 1].with_next;
    float together = item.width;
    for (std::size_t j = i; items[j].with_next; ++j) together += gap + items[j + 1].width;
    const bool fits = x + (goes_on ? item.width : together) <= width - margin;
    if (x > margin && !fits) {
      x = margin;
      row += ui.px(kRowHeight) - ui.px(6);
    }
    const float top = row + (ui.px(kRowHeight) - ui.px(kButtonHeight)) / 2;
    boxes.push_back({x, top, std::min(x + item.width, width - margin), top + ui.px(kButtonHeight)});
    x += item.width + gap;
  }
  return boxes;
}

// The scenario's title takes what the others leave, or gives way to them.
Layout lay_out_narrow(const Ui& ui, float width, Which which) {
  const ItemMaker maker(ui, Room::narrow, which);
  Layout layout{maker.items(), {}, (maker.shows_clock() ? 1U : 0U) + (maker.shows_help() ? 1U : 0U)};
  const float gap = gap_of(ui, Room::narrow);
  const float spare = width - width_of(ui, layout.items, gap);
  Item& scenario = layout.items.front();
  const float wanted = ItemMaker(ui, Room::wide).items().front().width;
  if (spare > 0) scenario.width = std::min(scenario.width + spare, wanted);
  if (spare < 0 && scenario.width + spare >= ui.px(kLeastScenario)) scenario.width += spare;
  layout.boxes = boxes_of(ui, layout.items, width, gap);
  // What is left of its own row is the title's too.
  const auto next_row = std::find_if(layout.boxes.begin(), layout.boxes.end(),
                                     [&](const Rect& box) { return box.top != layout.boxes.front().top; });
  const float left = width - ui.px(kToolbarMargin) - (next_row - 1)->right;
  if (next_row == layout.boxes.end() || left <= 0) return layout;
  scenario.width = std::min(scenario.width + left, wanted);
  layout.boxes = boxes_of(ui, layout.items, width, gap);
  return layout;
}

bool shows_whole_title(const Ui& ui, const Layout& layout) {
  const ButtonLook look{Face::plain, Icon::down, Caption::shown, Padding::snug};
  return layout.items.front().width >= std::min(button_width(ui, "scenario"_act, look), ui.px(kWidestScenario)) - 0.5F;
}

// As much as has room in one row; else what needs the fewest, and of these what leaves the title whole: which scenario
// it is matters more than what the mode has no use for.
Layout lay_out(const Ui& ui, float width) {
  Layout layout{ItemMaker(ui, Room::wide).items(), {}};
  const float gap = gap_of(ui, Room::wide);
  if (width_of(ui, layout.items, gap) <= width) {
    layout.boxes = boxes_of(ui, layout.items, width, gap);
    return layout;
  }
  layout = lay_out_narrow(ui, width, Which::all);
  Layout used = lay_out_narrow(ui, width, Which::used);
  if (used.boxes.back().top != layout.boxes.back().top || shows_whole_title(ui, used)) {
    const bool better = used.boxes.back().top < layout.boxes.back().top || !shows_whole_title(ui, layout);
    if (better) layout = std::move(used);
  }
  if (!ui.state.presenting || shows_whole_title(ui, layout)) return layout;
  Layout fewest = lay_out_narrow(ui, width, Which::fewest);
  return fewest.boxes.back().top <= layout.boxes.back().top ? fewest : layout;
}

// With room to spare, what says how to run stands left and what belongs to the window right.
void push_right(const Ui& ui, std::vector<Rect>& boxes, float width, std::size_t count) {
  if (boxes.back().top != boxes.front().top) return;
  const float shift = width - ui.px(kToolbarMargin) - boxes.back().right;
  for (std::size_t i = boxes.size() - count; i < boxes.size(); ++i) {
    boxes[i].left += shift;
    boxes[i].right += shift;
  }
}

}  // namespace

ActWithIcon first_to_press(const AppState& state) { return is_under_way(state) ? pauses(state) : runs(state); }

float toolbar_height(const Ui& ui, float width) {
  return lay_out(ui, width).boxes.back().bottom + (ui.px(kRowHeight) - ui.px(kButtonHeight)) / 2;
}

void draw_toolbar(const Ui& ui, Rect box) {
  begin_panel(ui, Panel::toolbar, box);
  ui.canvas.fill(box, ui.theme.bar);
  ui.canvas.fill({box.left, box.bottom - 1, box.right, box.bottom}, ui.theme.line);
  Layout layout = lay_out(ui, box.width());
  push_right(ui, layout.boxes, box.width(), layout.of_window);
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const Rect place = layout.boxes[i];
    layout.items[i].draw({box.left + place.left, box.top + place.top, box.left + place.right, box.top + place.bottom});
  }
}

}  // namespace interleave::gui
