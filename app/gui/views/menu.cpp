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
constexpr float kBeforeKey = 24;
constexpr float kWidestMenu = 960;
constexpr float kMostPinned = 0.55F;  // of the menu's height

// What can be chosen. Below the title it may say more, beside it the key.
struct MenuEntry {
  std::string title;
  std::string detail;
  std::string key;
  std::string summary;  // all of it, where the line below the title is a part
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
    entries.push_back({std::move(title), std::move(detail), std::move(key), "", menu_choice(state, entries.size())});
  };
  if (state.menu != Menu::scenarios) {
    for (double speed : kSpeeds) add(fmt::format("{:g}×", speed), "", "");
    return entries;
  }
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    const ScenarioEntry& entry = state.scenarios[i];
    add(entry.scenario->title + (entry.document.is_dirty() ? " • not saved" : ""), detail_of(state, i), "");
    const std::string& summary = entry.scenario->summary;
    if (summary.size() > entries.back().detail.size()) entries.back().summary = summary;
  }
  for (std::size_t i = 0; i < file_menu().size(); ++i) {
    const Act& row = act(file_menu()[i]);
    if (i == kActsBeforeRecent) {
      for (const std::string& path : recent_to_offer(state)) add(file_name(path), "", folder_of(path));
    }
    add(row.label(state), "", key_of(state, row));
  }
  return entries;
}

float menu_width(const Ui& ui, const std::vector<MenuEntry>& entries, Rect below, Rect window) {
  float width = below.width();
  for (const MenuEntry& entry : entries) {
    const float beside = entry.key.empty() ? 0 : ui.canvas.text_width(entry.key, Style::small) + ui.px(kBeforeKey);
    const float text = std::max(ui.canvas.text_width(entry.title, Style::strong) + beside,
                                ui.canvas.text_width(entry.detail, Style::small));
    width = std::max(width, text + ui.px(2 * kMenuPadding + kMenuScrollBar));
  }
  return std::min({width, window.right - below.left - ui.px(8), ui.px(kWidestMenu)});
}

// The entries as they lie: those from `pinned` on stay below those that scroll.
struct MenuLayout {
  std::vector<MenuEntry> entries;
  std::size_t files = 0;   // where what can be done with files begins
  std::size_t pinned = 0;  // the same, or behind all
  float scrolled_height = 0;
  float pinned_height = 0;
};

// What is said of a scenario has as many lines as it needs.
void lay_out_entry(const Ui& ui, MenuEntry& entry, bool is_scenario, float width) {
  entry.height = ui.px(kMenuRow);
  if (!is_scenario) return;
  const float line = ui.px(kDetailLine);
  entry.height += ui.px(kMenuDetail) + wrapped_height(ui, width, entry.detail, Style::small, line) - line;
}

// So wide and at most so high. However many scenarios there are, what can be done with files stays in sight, unless
// that would leave too little of them.
MenuLayout lay_out_menu(const Ui& ui, std::vector<MenuEntry> entries, float width, float height) {
  const bool of_scenarios = ui.state.menu == Menu::scenarios;
  MenuLayout layout{std::move(entries), 0, 0, 0, 0};
  layout.files = of_scenarios ? ui.state.scenarios.size() : layout.entries.size();
  float above = 0;
  float y = 0;
  for (std::size_t i = 0; i < layout.entries.size(); ++i) {
    if (i == layout.files) {
      above = y;
      y += ui.px(kAboveFileActs);
    }
    lay_out_entry(ui, layout.entries[i], of_scenarios && i < layout.files, width);
    layout.entries[i].top = y;
    y += layout.entries[i].height;
  }
  const bool pins = layout.files < layout.entries.size() && y > height && y - above <= kMostPinned * height;
  layout.pinned = pins ? layout.files : layout.entries.size();
  layout.pinned_height = pins ? y - above : 0;
  layout.scrolled_height = y - layout.pinned_height;
  return layout;
}

// The chosen entry comes into sight when it is another one than before.
float scrolled_menu(const Ui& ui, Rect& box, const MenuLayout& layout) {
  float offset = ui.memory.menu_scroll;
  const float view = box.height();
  const auto entry = static_cast<std::size_t>(ui.state.menu_entry);
  const MenuEntry& chosen = layout.entries[entry];
  if (ui.memory.menu_entry != ui.state.menu_entry) {
    if (!ui.memory.menu_entry) offset = 0;
    if (entry < layout.pinned)
      offset = std::clamp(offset, std::min(chosen.top + chosen.height - view, chosen.top), chosen.top);
  } else if (ui.pointer.over(box)) {
    offset -= ui.pointer.wheel * ui.px(kMenuRow);
  }
  ui.memory.menu_entry = ui.state.menu_entry;
  const float content = layout.scrolled_height;
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
  if (over && !entry.summary.empty()) {
    ui.tooltip = Tooltip{entry.title, {entry.summary}, Point{box.right, row.top - ui.px(16)}};
  }
  const bool tall = row.height() > ui.px(kMenuRow);
  row = row.inset(ui.px(kMenuPadding - 4), tall ? ui.px(5) : 0);
  const Color ink = chosen ? ui.theme.on_accent : ui.theme.text;
  const Color quiet = chosen ? ink : ui.theme.quiet_text;
  const Rect title = tall ? row.cut_top(ui.px(kDetailLine)) : row;
  const float taken = ui.canvas.text(title, entry.title, tall ? Style::strong : Style::body, ink);
  if (!entry.key.empty()) {
    row.cut_left(std::min(taken + ui.px(kBeforeKey), row.width()));
    ui.canvas.text(row, entry.key, Style::small, quiet, Align::right);
  }
  if (tall) wrapped_text(ui, row, entry.detail, Style::small, quiet);
}

// Those of the entries from one to another that lie in the box, which begins at `top` of them.
void draw_menu_entries(const Ui& ui, Rect box, const MenuLayout& layout, std::size_t from, std::size_t to, float top) {
  ui.canvas.clip(box);
  for (std::size_t i = from; i < to; ++i) {
    const MenuEntry& entry = layout.entries[i];
    const float y = box.top + entry.top - top;
    if (i == layout.files) {
      const float line = std::round(y - ui.px(kAboveFileActs) / 2);
      ui.canvas.fill({box.left, line, box.right, line + 1}, ui.theme.line);
    }
    const Rect row{box.left, y, box.right, y + entry.height};
    if (row.bottom > box.top && row.top < box.bottom) {
      draw_menu_entry(ui, box, row, entry, static_cast<int>(i) == ui.state.menu_entry);
    }
  }
  ui.canvas.end_clip();
}

}  // namespace

void draw_menu(const Ui& ui, Rect window) {
  auto entries = entries_of(ui.state);
  const Rect below = button_box(ui, ui.state.menu == Menu::scenarios ? "scenario"_act : "speed"_act);
  const float width = menu_width(ui, entries, below, window);
  const float top = below.bottom + ui.px(4);
  const float room = window.bottom - ui.px(4) - top;
  const MenuLayout layout =
      lay_out_menu(ui, std::move(entries), width - ui.px(2 * kMenuPadding + kMenuScrollBar), room - ui.px(8));
  const float content = layout.scrolled_height + layout.pinned_height;
  Rect box{below.left, top, below.left + width, top + std::min(content + ui.px(8), room)};
  ui.canvas.fill(box, ui.theme.raised, ui.px(6));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(6));
  const bool dragged = ui.memory.grab == Grab::menu_scroll;
  if (ui.pointer.released && !ui.pointer.over(box) && !dragged) ui.wish(command::OpenMenu{ui.state.menu});
  box = box.inset(ui.px(4), ui.px(4));
  const Rect pinned = box.cut_bottom(layout.pinned_height);
  const float offset = scrolled_menu(ui, box, layout);
  draw_menu_entries(ui, box, layout, 0, layout.pinned, offset);
  draw_menu_entries(ui, pinned, layout, layout.pinned, layout.entries.size(), layout.scrolled_height);
}

}  // namespace interleave::gui
