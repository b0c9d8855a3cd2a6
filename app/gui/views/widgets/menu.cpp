#include "app/gui/views/widgets/menu.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/input/tooltips.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/lesson/catalogue.h"
#include "core/scenario/built_in.h"

namespace interleave::gui {

namespace {

constexpr float kMenuRow = 30;
constexpr float kScenarioRow = 24;
constexpr float kBetweenGroups = 6;
constexpr float kBehindGroup = 16;
constexpr float kBehindTitle = 20;
constexpr float kLeastDetail = 220;  // beside the title; where there is less, it is below
constexpr float kMenuPadding = 14;
constexpr float kMenuDetail = 20;  // more height, with a line below the title
constexpr float kDetailLine = 20;
constexpr float kAboveFileActs = 9;
constexpr float kMenuScrollBar = 8;
constexpr float kBeforeKey = 24;
constexpr float kWidestMenu = 960;
constexpr float kMostPinned = 0.55F;  // of the menu's height

// What can be chosen. Beside or below the title it may say more, and beside it the key.
struct MenuEntry {
  std::string title;
  std::string detail;
  std::string key;
  std::string summary;  // what a tooltip adds
  std::string group;    // that stands before it, where it is the first of one
  Command choice;
  float top = 0;  // from the top of the first
  float height = 0;
};

// Of what is said of a scenario; a menu has no room for all of it.
std::string first_sentence(const std::string& text) {
  const std::size_t end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

// Null where it was opened or made here.
const BuiltIn* built_in_of(const ScenarioEntry& entry) {
  return entry.recorded == nullptr && entry.document.path().empty() ? find_built_in(entry.name) : nullptr;
}

// What is said of an entry besides its title.
std::string detail_of(const ScenarioEntry& entry) {
  if (const BuiltIn* const built_in = built_in_of(entry)) return std::string(built_in->question);
  if (entry.recorded != nullptr) return "recorded run: " + file_name(entry.recorded->path);
  return entry.scenario->summary.empty() ? entry.document.path() : first_sentence(entry.scenario->summary);
}

std::string group_of(const ScenarioEntry& entry) {
  const BuiltIn* const built_in = built_in_of(entry);
  return built_in != nullptr ? std::string(built_in->group) : "yours";
}

// "14 min, behind Start here; done"
std::string detail_of(const AppState& state, const lesson::LessonHeading& heading) {
  std::string detail = fmt::format("{} min", heading.minutes);
  const auto all = lesson::lesson_catalogue();
  for (std::size_t i = 0; i < heading.needs.size(); ++i) {
    const auto needed =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == heading.needs[i]; });
    detail += (i == 0 ? ", after " : " and ") + (needed == all.end() ? heading.needs[i] : needed->title);
  }
  const auto& done = state.lessons_done;
  return std::find(done.begin(), done.end(), heading.name) == done.end() ? detail : detail + "; done";
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
    entries.push_back(
        {std::move(title), std::move(detail), std::move(key), "", "", menu_choice(state, entries.size())});
  };
  if (state.menu == Menu::lessons) {
    for (const lesson::LessonHeading& one : lesson::lesson_catalogue()) add(one.title, detail_of(state, one), "");
    return entries;
  }
  if (state.menu != Menu::scenarios) {
    for (double speed : kSpeeds) add(fmt::format("{:g}×", speed), "", "");
    return entries;
  }
  std::string group;
  for (const ScenarioEntry& entry : state.scenarios) {
    add(entry.scenario->title + (entry.document.is_dirty() ? " • not saved" : ""), detail_of(entry), "");
    const std::string& summary = entry.scenario->summary;
    if (summary != entries.back().detail) entries.back().summary = summary;
    if (std::exchange(group, group_of(entry)) != group) entries.back().group = group;
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

// The entries as they lie: those from `pinned` on stay below those that scroll.
struct MenuLayout {
  std::vector<MenuEntry> entries;
  std::size_t files = 0;   // where what can be done with files begins
  std::size_t pinned = 0;  // the same, or behind all
  float scrolled_height = 0;
  float pinned_height = 0;
  // From left to right: the groups, the titles and the details, which are below the titles where that is 0.
  float group = 0;
  float title = 0;
  float detail = 0;
  float width = 0;  // of all that, and of the other entries
};

// As wide as what it says, if there is so much room.
void lay_out_columns(const Ui& ui, MenuLayout& layout, float least, float most) {
  float detail = 0;
  float others = 0;
  for (const MenuEntry& entry : layout.entries) {
    const float group = ui.canvas.text_width(entry.group, Style::small);
    if (group > 0) layout.group = std::max(layout.group, group + ui.px(kBehindGroup));
    const float title = ui.canvas.text_width(entry.title, Style::body);
    if (entry.detail.empty()) {
      const float key = ui.canvas.text_width(entry.key, Style::small);
      others = std::max(others, title + (key > 0 ? key + ui.px(kBeforeKey) : 0));
    } else {
      layout.title = std::max(layout.title, title + ui.px(kBehindTitle));
      detail = std::max(detail, ui.canvas.text_width(entry.detail, Style::small));
    }
  }
  const float room = most - layout.group - layout.title;
  const bool is_beside = room >= std::min(detail, ui.px(kLeastDetail));
  layout.detail = is_beside ? std::min(detail, room) : 0;
  const float beside_group = is_beside ? layout.title + layout.detail : std::max(layout.title, detail);
  layout.width = std::clamp(std::ceil(std::max(layout.group + beside_group, others)) + 1, least, std::max(least, most));
}

// What is said of a scenario has as many lines as it needs.
void lay_out_entry(const Ui& ui, const MenuLayout& layout, MenuEntry& entry, bool is_scenario) {
  entry.height = ui.px(kMenuRow);
  if (!is_scenario) return;
  const float line = ui.px(kDetailLine);
  const float width = layout.detail > 0 ? layout.detail : layout.width - layout.group;
  const float height = entry.detail.empty() ? line : wrapped_height(ui, width, entry.detail, Style::small, line);
  entry.height = ui.px(kScenarioRow) + height - line + (layout.detail > 0 ? 0 : ui.px(kMenuDetail));
}

// So wide and at most so high. However many scenarios there are, what can be done with files stays in sight, unless
// that would leave too little of them.
MenuLayout lay_out_menu(const Ui& ui, float least, float most, float height) {
  const bool has_details = ui.state.menu == Menu::scenarios || ui.state.menu == Menu::lessons;
  MenuLayout layout;
  layout.entries = entries_of(ui.state);
  lay_out_columns(ui, layout, least, most);
  layout.files = ui.state.menu == Menu::scenarios ? ui.state.scenarios.size() : layout.entries.size();
  float above = 0;
  float y = 0;
  for (std::size_t i = 0; i < layout.entries.size(); ++i) {
    if (i == layout.files) {
      above = y;
      y += ui.px(kAboveFileActs);
    }
    if (i > 0 && !layout.entries[i].group.empty()) y += ui.px(kBetweenGroups);
    lay_out_entry(ui, layout, layout.entries[i], has_details && i < layout.files);
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

// A scenario: its group before it, and what is said of it beside or below its title.
void draw_scenario(const Ui& ui, Rect row, const MenuLayout& layout, const MenuEntry& entry, Color ink, Color quiet) {
  const float line = ui.px(kScenarioRow);
  if (layout.detail > 0) {
    Rect title = entry.detail.empty() ? row : row.cut_left(layout.title);
    ui.canvas.text(title.cut_top(line), entry.title, Style::body, ink);
    wrapped_text(ui, row.inset(0, (line - ui.px(kDetailLine)) / 2), entry.detail, Style::small, quiet);
  } else {
    ui.canvas.text(row.cut_top(line), entry.title, Style::body, ink);
    wrapped_text(ui, row, entry.detail, Style::small, quiet);
  }
}

void draw_menu_entry(const Ui& ui, Rect box, Rect row, const MenuLayout& layout, std::size_t i) {
  const MenuEntry& entry = layout.entries[i];
  const bool chosen = static_cast<int>(i) == ui.state.menu_entry;
  const bool is_scenario = ui.state.menu != Menu::speeds && i < layout.files;
  const float padding = ui.px(kMenuPadding - 4);
  const bool over = ui.pointer.over(row) && ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (over && ui.pointer.clicked(row)) ui.wish(entry.choice);
  if (is_scenario) {
    Rect group = row.cut_left(layout.group);
    group.cut_left(padding);
    ui.canvas.text(group.cut_top(ui.px(kScenarioRow)), entry.group, Style::small, ui.theme.quiet_text);
  }
  if (over || chosen) ui.canvas.fill(row, chosen ? ui.theme.accent : ui.theme.hover, ui.px(4));
  if (over && !entry.summary.empty()) {
    ui.tooltip = Tooltip{entry.title, {entry.summary}, Point{box.right, row.top - ui.px(16)}};
  }
  row = row.inset(padding, 0);
  const Color ink = chosen ? ui.theme.on_accent : ui.theme.text;
  const Color quiet = chosen ? ink : ui.theme.quiet_text;
  if (is_scenario) return draw_scenario(ui, row, layout, entry, ink, quiet);
  const float taken = ui.canvas.text(row, entry.title, Style::body, ink);
  if (entry.key.empty()) return;
  row.cut_left(std::min(taken + ui.px(kBeforeKey), row.width()));
  ui.canvas.text(row, entry.key, Style::small, quiet, Align::right);
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
      draw_menu_entry(ui, box, row, layout, i);
    }
  }
  ui.canvas.end_clip();
}

}  // namespace

void draw_menu(const Ui& ui, Rect window) {
  const Rect below = button_box(ui, ui.state.menu == Menu::speeds ? "speed"_act : "scenario"_act);
  const float top = below.bottom + ui.px(4);
  const float room = window.bottom - ui.px(4) - top;
  const float beside = ui.px(2 * kMenuPadding + kMenuScrollBar);
  const float widest = std::min(window.right - below.left - ui.px(8), ui.px(kWidestMenu));
  const MenuLayout layout = lay_out_menu(ui, below.width() - beside, widest - beside, room - ui.px(8));
  const float content = layout.scrolled_height + layout.pinned_height;
  Rect box{below.left, top, below.left + layout.width + beside, top + std::min(content + ui.px(8), room)};
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
