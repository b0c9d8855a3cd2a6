#include "app/gui/views/menu.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/menu_entries.h"

namespace interleave::gui {

namespace {

constexpr float kMenuRow = 34;
constexpr float kMenuPadding = 14;

std::vector<std::string> entries_of(const AppState& state) {
  std::vector<std::string> entries;
  if (state.menu == Menu::scenarios) {
    for (const ScenarioEntry& entry : state.scenarios)
      entries.push_back(entry.scenario->title + (entry.document.is_dirty() ? " • not saved" : ""));
  } else {
    for (double speed : kSpeeds) entries.push_back(fmt::format("{:g}×", speed));
  }
  return entries;
}

// Of what is said of a scenario; a menu has no room for all of it.
std::string first_sentence(const std::string& text) {
  const std::size_t end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

// The line below an entry's title.
std::string detail_of(const AppState& state, std::size_t position) {
  if (state.menu != Menu::scenarios) return {};
  const ScenarioEntry& entry = state.scenarios[position];
  if (entry.recorded != nullptr) return "recorded run: " + file_name(entry.recorded->path);
  return entry.scenario->summary.empty() ? entry.document.path() : first_sentence(entry.scenario->summary);
}

Rect button_box(const Ui& ui, Control control) {
  for (const DrawnControl& drawn : ui.canvas.drawn().controls) {
    if (drawn.control == control) return drawn.box;
  }
  return {};
}

Command choice(const AppState& state, std::size_t position) {
  if (state.menu == Menu::scenarios) return scenario_menu_choice(state, position);
  return command::SetSpeed{kSpeeds[position]};
}

float menu_width(const Ui& ui, const std::vector<std::string>& entries, Rect below, Rect window) {
  float width = below.width();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    width = std::max(width, ui.canvas.text_width(entries[i], Style::strong) + 2 * ui.px(kMenuPadding));
    width = std::max(width, ui.canvas.text_width(detail_of(ui.state, i), Style::small) + 2 * ui.px(kMenuPadding));
  }
  return std::min({width, window.right - below.left - ui.px(8), ui.px(960)});
}

// What can be done with files, below the scenarios.
void draw_file_acts(const Ui& ui, Rect box, std::size_t first) {
  const Rect above = box.cut_top(ui.px(9));
  ui.canvas.fill({above.left, above.center().y, above.right, above.center().y + 1}, ui.theme.line);
  const auto acts = file_acts();
  for (std::size_t i = 0; i < acts.size(); ++i) {
    Rect row = box.cut_top(ui.px(kMenuRow));
    const bool marked = static_cast<int>(first + i) == ui.state.menu_entry;
    if (marked || ui.pointer.over(row)) ui.canvas.fill(row, marked ? ui.theme.accent : ui.theme.hover, ui.px(4));
    if (ui.pointer.clicked(row)) ui.wish(scenario_menu_choice(ui.state, first + i));
    row = row.inset(ui.px(kMenuPadding - 4), 0);
    const Color ink = marked ? ui.theme.on_accent : ui.theme.text;
    ui.canvas.text(row, acts[i].label, Style::body, ink);
    ui.canvas.text(row, acts[i].keys, Style::small, marked ? ink : ui.theme.quiet_text, Align::right);
  }
}

}  // namespace

void draw_menu(const Ui& ui, Rect window) {
  const auto entries = entries_of(ui.state);
  const Rect below = button_box(ui, ui.state.menu == Menu::scenarios ? Control::scenario : Control::speed);
  const bool details = ui.state.menu == Menu::scenarios;
  const float row_height = ui.px(details ? kMenuRow + 16 : kMenuRow);
  const float width = menu_width(ui, entries, below, window);
  const float top = below.bottom + ui.px(4);
  const float acts = details ? ui.px(kMenuRow) * static_cast<float>(file_acts().size()) + ui.px(9) : 0;
  Rect box{below.left, top, below.left + width,
           top + row_height * static_cast<float>(entries.size()) + acts + ui.px(8)};
  ui.canvas.fill(box, ui.theme.raised, ui.px(6));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(6));
  if (ui.pointer.released && !ui.pointer.over(box)) ui.wish(command::OpenMenu{ui.state.menu});
  box = box.inset(ui.px(4), ui.px(4));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Rect row = box.cut_top(row_height);
    const bool marked = static_cast<int>(i) == ui.state.menu_entry;
    const bool lit = ui.pointer.over(row) || marked;
    if (lit) ui.canvas.fill(row, marked ? ui.theme.accent : ui.theme.hover, ui.px(4));
    if (ui.pointer.clicked(row)) ui.wish(choice(ui.state, i));
    row = row.inset(ui.px(kMenuPadding - 4), details ? ui.px(5) : 0);
    const Color ink = marked ? ui.theme.on_accent : ui.theme.text;
    const Rect title = details ? row.cut_top(row.height() / 2) : row;
    ui.canvas.text(title, entries[i], details ? Style::strong : Style::body, ink);
    if (details) ui.canvas.text(row, detail_of(ui.state, i), Style::small, marked ? ink : ui.theme.quiet_text);
  }
  if (details) draw_file_acts(ui, box, entries.size());
}

}  // namespace interleave::gui
