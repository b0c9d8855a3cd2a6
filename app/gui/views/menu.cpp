#include "app/gui/views/menu.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/input/tooltips.h"
#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kMenuRow = 34;
constexpr float kMenuPadding = 14;
constexpr float kMenuDetail = 16;  // more height, with a line below the title
constexpr float kDetailLine = 20;
constexpr float kAboveFileActs = 9;
constexpr float kMenuScrollBar = 8;
constexpr float kWidestMenu = 960;

// What can be chosen. Below the title it may say more, beside it the key.
struct MenuEntry {
  std::string title;
  std::string detail;
  std::string key;
  Command choice;
  float top = 0;  // from the top of the first
  float height = 0;
};

// Of what is said of a scenario; a menu has no room for all of it.
std::string first_sentence(const std::string& text) {
  const std::size_t end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

// The line below an entry's title.
std::string detail_of(const AppState& state, std::size_t position) {
  const ScenarioEntry& entry = state.scenarios[position];
  if (entry.recorded != nullptr) return "recorded run: " + file_name(entry.recorded->path);
  return entry.scenario->summary.empty() ? entry.document.path() : first_sentence(entry.scenario->summary);
}

Rect button_box(const Ui& ui, ActId act) {
  for (const DrawnControl& drawn : ui.canvas.drawn().controls) {
    if (drawn.act == act) return drawn.box;
  }
  return {};
}

std::vector<MenuEntry> entries_of(const AppState& state) {
  std::vector<MenuEntry> entries;
  const auto add = [&](std::string title, std::string detail, std::string key) {
    entries.push_back({std::move(title), std::move(detail), std::move(key), menu_choice(state, entries.size())});
  };
  if (state.menu != Menu::scenarios) {
    for (double speed : kSpeeds) add(fmt::format("{:g}×", speed), "", "");
    return entries;
  }
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    const ScenarioEntry& entry = state.scenarios[i];
    add(entry.scenario->title + (entry.document.is_dirty() ? " • not saved" : ""), detail_of(state, i), "");
  }
  for (const ActId id : file_menu()) add(act(id).label(state), "", key_of(state, act(id)));
  return entries;
}

float menu_width(const Ui& ui, const std::vector<MenuEntry>& entries, Rect below, Rect window) {
  float width = below.width();
  for (const MenuEntry& entry : entries) {
    const float text =
        std::max(ui.canvas.text_width(entry.title, Style::strong), ui.canvas.text_width(entry.detail, Style::small));
    width = std::max(width, text + ui.px(2 * kMenuPadding + kMenuScrollBar));
  }
  return std::min({width, window.right - below.left - ui.px(8), ui.px(kWidestMenu)});
}

bool is_first_file_act(const AppState& state, std::size_t entry) {
  return state.menu == Menu::scenarios && entry == state.scenarios.size();
}

// What is said of a scenario has as many lines as it needs. Returns the height of all.
float lay_out_menu(const Ui& ui, std::vector<MenuEntry>& entries, float width) {
  float y = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    MenuEntry& entry = entries[i];
    if (is_first_file_act(ui.state, i)) y += ui.px(kAboveFileActs);
    entry.top = y;
    entry.height = ui.px(kMenuRow);
    if (ui.state.menu == Menu::scenarios && i < ui.state.scenarios.size()) {
      entry.height += ui.px(kMenuDetail);
      const float line = ui.px(kDetailLine);
      entry.height += wrapped_height(ui, width, entry.detail, Style::small, line) - line;
    }
    y += entry.height;
  }
  return y;
}

// The chosen entry comes into sight when it is another one than before.
float scrolled_menu(const Ui& ui, Rect& box, const std::vector<MenuEntry>& entries, float content) {
  float offset = ui.memory.menu_scroll;
  const float view = box.height();
  const MenuEntry& chosen = entries[static_cast<std::size_t>(ui.state.menu_entry)];
  if (ui.memory.menu_entry != ui.state.menu_entry) {
    if (!ui.memory.menu_entry) offset = 0;
    offset = std::clamp(offset, std::min(chosen.top + chosen.height - view, chosen.top), chosen.top);
  } else if (ui.pointer.over(box)) {
    offset -= ui.pointer.wheel * ui.px(kMenuRow);
  }
  ui.memory.menu_entry = ui.state.menu_entry;
  offset = std::round(std::clamp(offset, 0.0F, std::max(0.0F, content - view)));
  if (content > view) {
    offset =
        std::round(scroll_bar(ui, box.cut_right(ui.px(kMenuScrollBar)), {content, view, offset, Grab::menu_scroll}));
  }
  return ui.memory.menu_scroll = offset;
}

void draw_menu_entry(const Ui& ui, Rect box, Rect row, const MenuEntry& entry, bool chosen) {
  const bool over = ui.pointer.over(row) && ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (over || chosen) ui.canvas.fill(row, chosen ? ui.theme.accent : ui.theme.hover, ui.px(4));
  if (over && ui.pointer.clicked(row)) ui.wish(entry.choice);
  const bool tall = row.height() > ui.px(kMenuRow);
  row = row.inset(ui.px(kMenuPadding - 4), tall ? ui.px(5) : 0);
  const Color ink = chosen ? ui.theme.on_accent : ui.theme.text;
  const Color quiet = chosen ? ink : ui.theme.quiet_text;
  const Rect title = tall ? row.cut_top(ui.px(kDetailLine)) : row;
  ui.canvas.text(title, entry.title, tall ? Style::strong : Style::body, ink);
  ui.canvas.text(row, entry.key, Style::small, quiet, Align::right);
  if (tall) wrapped_text(ui, row, entry.detail, Style::small, quiet);
}

}  // namespace

void draw_menu(const Ui& ui, Rect window) {
  auto entries = entries_of(ui.state);
  const Rect below = button_box(ui, ui.state.menu == Menu::scenarios ? "scenario"_act : "speed"_act);
  const float width = menu_width(ui, entries, below, window);
  const float content = lay_out_menu(ui, entries, width - ui.px(2 * kMenuPadding + kMenuScrollBar));
  const float top = below.bottom + ui.px(4);
  Rect box{below.left, top, below.left + width, std::min(top + content + ui.px(8), window.bottom - ui.px(4))};
  ui.canvas.fill(box, ui.theme.raised, ui.px(6));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(6));
  const bool dragged = ui.memory.grab == Grab::menu_scroll;
  if (ui.pointer.released && !ui.pointer.over(box) && !dragged) ui.wish(command::OpenMenu{ui.state.menu});
  box = box.inset(ui.px(4), ui.px(4));
  const float offset = scrolled_menu(ui, box, entries, content);
  ui.canvas.clip(box);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const float y = box.top + entries[i].top - offset;
    if (is_first_file_act(ui.state, i)) {
      const float line = std::round(y - ui.px(kAboveFileActs) / 2);
      ui.canvas.fill({box.left, line, box.right, line + 1}, ui.theme.line);
    }
    const Rect row{box.left, y, box.right, y + entries[i].height};
    if (row.bottom > box.top && row.top < box.bottom) {
      draw_menu_entry(ui, box, row, entries[i], static_cast<int>(i) == ui.state.menu_entry);
    }
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui
