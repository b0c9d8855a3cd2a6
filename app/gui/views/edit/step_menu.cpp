#include "app/gui/views/edit/step_menu.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/model/edit/step_help.h"
#include "app/gui/model/input/activation.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kStepMenuRow = 24;
constexpr float kStepMenuHeading = 26;
constexpr float kStepMenuPadding = 8;
constexpr float kStepMenuGap = 14;

// Which groups stand below each other.
using StepMenuColumn = std::vector<StepGroup>;
const std::array<StepMenuColumn, 3> kColumns = {StepMenuColumn{StepGroup::time, StepGroup::output, StepGroup::values},
                                                StepMenuColumn{StepGroup::sharing},
                                                StepMenuColumn{StepGroup::tasks, StepGroup::failure}};

enum class Gloss : std::uint8_t { shown, hidden };  // what each step is for

struct StepMenuLayout {
  std::array<float, kColumns.size()> widths = {};
  float height = 0;
  Gloss gloss = Gloss::shown;

  float width() const { return widths[0] + widths[1] + widths[2]; }
};

template <class Visit>
void for_each_in(StepGroup group, const Visit& visit) {
  const auto& verbs = verbs_by_group();
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (help_of(verbs[i]).group == group) visit(i, verbs[i]);
  }
}

StepMenuLayout lay_out_steps(const Ui& ui, Gloss gloss) {
  StepMenuLayout layout;
  layout.gloss = gloss;
  for (std::size_t column = 0; column < kColumns.size(); ++column) {
    float height = 0;
    float& width = layout.widths[column];
    for (const StepGroup group : kColumns[column]) {
      height += ui.px(kStepMenuHeading);
      const auto title = kStepGroupTitles[static_cast<std::size_t>(group)];
      width = std::max(width, ui.canvas.text_width(title, Style::caption));
      for_each_in(group, [&](std::size_t, Verb verb) {
        height += ui.px(kStepMenuRow);
        float text = ui.canvas.text_width(name(verb), Style::strong);
        if (gloss == Gloss::shown) {
          text += ui.px(kStepMenuGap) + ui.canvas.text_width(help_of(verb).brief, Style::small);
        }
        width = std::max(width, text);
      });
    }
    width += 2 * ui.px(kStepMenuPadding) + 1;
    layout.height = std::max(layout.height, height);
  }
  return layout;
}

void draw_step_entry(const Ui& ui, Rect row, std::size_t entry, Verb verb, const StepMenuLayout& layout) {
  const bool chosen = static_cast<int>(entry) == ui.state.menu_entry;
  const bool over = ui.pointer.over(row);
  if (over || chosen) ui.canvas.fill(row, chosen ? ui.theme.accent : ui.theme.hover, ui.px(4));
  if (ui.pointer.clicked(row)) ui.wish(menu_choice(ui.state, entry));
  if (over) ui.tooltip = Tooltip{std::string(name(verb)), {std::string(help_of(verb).meaning)}};
  row = row.inset(ui.px(kStepMenuPadding), 0);
  row.cut_left(ui.canvas.text(row, name(verb), Style::strong, chosen ? ui.theme.on_accent : ui.theme.text));
  if (layout.gloss == Gloss::hidden) return;
  ui.canvas.text(row, help_of(verb).brief, Style::small, chosen ? ui.theme.on_accent : ui.theme.quiet_text,
                 Align::right);
}

void draw_step_column(const Ui& ui, Rect box, const StepMenuColumn& groups, const StepMenuLayout& layout) {
  for (const StepGroup group : groups) {
    const Rect title = box.cut_top(ui.px(kStepMenuHeading)).inset(ui.px(kStepMenuPadding), 0);
    heading(ui, title, kStepGroupTitles[static_cast<std::size_t>(group)]);
    for_each_in(group, [&](std::size_t entry, Verb verb) {
      draw_step_entry(ui, box.cut_top(ui.px(kStepMenuRow)), entry, verb, layout);
    });
  }
}

Rect button_of_menu(const Ui& ui) {
  for (const DrawnControl& drawn : ui.canvas.drawn().controls) {
    if (drawn.act == "add-step"_act) return drawn.box;
  }
  return {};
}

}  // namespace

void draw_step_menu(const Ui& ui, Rect window) {
  const float frame = 2 * ui.px(4);
  StepMenuLayout layout = lay_out_steps(ui, Gloss::shown);
  if (layout.width() + frame > window.width()) layout = lay_out_steps(ui, Gloss::hidden);
  const float width = std::min(layout.width() + frame, window.width());
  const float height = std::min(layout.height + frame, window.height());
  const Rect below = button_of_menu(ui);
  const float left = std::clamp(std::round(below.left), window.left, window.right - width);
  const float top = std::clamp(std::round(below.bottom + ui.px(4)), window.top, window.bottom - height);
  Rect box{left, top, left + width, top + height};
  ui.canvas.fill(box, ui.theme.raised, ui.px(6));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(6));
  if (ui.pointer.released && !ui.pointer.over(box)) ui.wish(command::OpenMenu{Menu::steps});
  box = box.inset(ui.px(4), ui.px(4));
  for (std::size_t column = 0; column < kColumns.size(); ++column) {
    draw_step_column(ui, box.cut_left(layout.widths[column]), kColumns[column], layout);
  }
}

}  // namespace interleave::gui
