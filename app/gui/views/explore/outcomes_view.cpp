#include "app/gui/views/explore/outcomes_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/explain/outcome_text.h"
#include "app/gui/model/state/no_program.h"
#include "app/gui/views/explore/repairs_view.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/explore/wording.h"
#include "core/looks/wording.h"
#include "core/record/schedule.h"
#include "core/run/schedule_reader.h"

namespace interleave::gui {

namespace {

constexpr float kOutcomeRow = 24;
constexpr float kModeRow = 18;
constexpr float kOutcomesApart = 6;  // between the outcomes, the modes and what is said of them
constexpr float kStripStep = 9;
constexpr float kStripHeight = 12;
constexpr std::size_t kMostStripSteps = 14;
constexpr float kBetweenColumns = 14;
constexpr float kLeastWords = 180;  // of what an outcome is
constexpr std::size_t kMostOutcomeRows = 6;

class OutcomesPainter {
 public:
  OutcomesPainter(const Ui& ui, Rect box) : ui_(ui), box_(box), modes_(*ui.state.explorer.answer()) {}

  void draw() {
    const Mode mode = ui_.state.settings.mode;
    const ExploredMode& known = modes_[index(mode)];
    if (!known.refusal.empty()) {
      say(known.refusal, ui_.theme.text);
    } else if (known.found == nullptr) {
      say("Looking at every interleaving…", ui_.theme.quiet_text);
    } else {
      draw_outcomes(*known.found);
    }
    box_.cut_top(ui_.px(kOutcomesApart));
    const Rect offer = draw_offer_of_repairs();
    if (ui_.state.repairing.shown == RepairsShown::yes) return draw_repairs(ui_, box_);
    draw_modes(mode, offer);
    box_.cut_top(ui_.px(kOutcomesApart));
    draw_explanation();
  }

 private:
  bool has_room(float height) const { return box_.height() >= height; }

  void say(const std::string& text, Color ink) { box_.cut_top(ui_.canvas.paragraph(box_, text, Style::body, ink)); }

  // What each column of the outcomes takes. Where there is little room for words, less of the others is there.
  struct Columns {
    float strip = 0;
    float count = 0;
    float chance = 0;
    bool is_brief = false;  // counts without what they are of

    float all(float between) const { return strip + count + chance + 3 * between; }
  };

  std::string count_of(const Exploration& found, const ExploredOutcome& outcome, bool is_brief) const {
    const std::string text = count_text(found, outcome);
    return is_brief ? text.substr(0, text.find(" of ")) : text;
  }

  Columns columns_of(const Exploration& found, std::size_t shown, bool is_brief) const {
    Columns columns{.is_brief = is_brief};
    for (std::size_t i = 0; i < shown; ++i) {
      const ExploredOutcome& outcome = found.outcomes[i];
      const auto steps = static_cast<float>(std::min(outcome.schedule.size(), kMostStripSteps + 1));
      const std::string count = count_of(found, outcome, is_brief);
      columns.strip = std::max(columns.strip, ui_.px(kStripStep) * steps);
      columns.count = std::max(columns.count, ui_.canvas.text_width(count, Style::body));
      columns.chance = std::max(columns.chance, ui_.canvas.text_width(chance_text(found, outcome), Style::body));
    }
    return columns;
  }

  void draw_outcomes(const Exploration& found) {
    const std::size_t shown = std::min(found.outcomes.size(), kMostOutcomeRows);
    const float room = box_.width() - ui_.px(kLeastWords);
    Columns columns = columns_of(found, shown, false);
    if (columns.all(ui_.px(kBetweenColumns)) > room) columns = columns_of(found, shown, true);
    if (columns.all(ui_.px(kBetweenColumns)) > room) columns.strip = 0;
    for (std::size_t i = 0; i < shown && has_room(ui_.px(kOutcomeRow)); ++i) {
      draw_outcome(found, found.outcomes[i], columns);
    }
    const std::size_t left = found.outcomes.size() - shown;
    if (left > 0 && has_room(ui_.px(kOutcomeRow))) {
      ui_.canvas.text(box_.cut_top(ui_.px(kOutcomeRow)), fmt::format("and {} more", counted(left, "outcome")),
                      Style::small, ui_.theme.quiet_text);
    }
  }

  void draw_outcome(const Exploration& found, const ExploredOutcome& outcome, const Columns& columns) {
    Rect row = box_.cut_top(ui_.px(kOutcomeRow));
    const Rect whole = row;
    if (columns.strip > 0) {
      draw_strip(row.cut_left(columns.strip), outcome.schedule);
      row.cut_left(ui_.px(kBetweenColumns));
    }
    const auto column = [&](float width, const std::string& text, Color ink) {
      if (width == 0) return;
      ui_.canvas.text(row.cut_left(width + 1), text, Style::body, ink, Align::right);
      row.cut_left(ui_.px(kBetweenColumns));
    };
    column(columns.count, count_of(found, outcome, columns.is_brief), ui_.theme.text);
    column(columns.chance, chance_text(found, outcome), ui_.theme.quiet_text);
    const std::string words = result_text(outcome.result, ui_.state.scenario(), ui_.state.settings.mode);
    ui_.canvas.text(row, words, is_bad(outcome.result) ? Style::strong : Style::body, ui_.theme.text);
    if (!ui_.pointer.over(whole) || ui_.memory.grab != Grab::none) return;
    const std::string schedule = schedule_text(outcome.schedule, task_names(ui_.state.scenario()));
    ui_.tooltip = Tooltip{words,
                          {fmt::format("The simplest order that leads there: {}.  Click to see that run.",
                                       schedule.empty() ? "the only one" : schedule),
                           fmt::format("{} {}", kWhatChanceIs, kNotHowOften)}};
    if (ui_.pointer.clicked(whole)) ui_.wish(command::ShowSchedule{schedule});
  }

  // A cell for each step, in the colour of its task.
  void draw_strip(Rect box, const Schedule& schedule) {
    const float height = ui_.px(kStripHeight);
    const float top = std::round(box.center().y - height / 2);
    float x = box.left;
    std::size_t drawn = 0;
    for (const TaskId task : tasks_of(schedule)) {
      if (drawn++ == kMostStripSteps) {
        ui_.canvas.text({x, box.top, x + ui_.px(2 * kStripStep), box.bottom}, "…", Style::small, ui_.theme.quiet_text);
        return;
      }
      const Rect cell{x, top, x + ui_.px(kStripStep) - 1, top + height};
      ui_.canvas.fill(cell, task_color(ui_.theme, index(task)));
      ui_.canvas.frame(cell, task_line_color(ui_.theme, index(task)), 1);
      x += ui_.px(kStripStep);
    }
  }

  // Right of what stands there, and no lower than its first row, which is short as a rule; returns where. Empty:
  // nothing is offered.
  Rect draw_offer_of_repairs() {
    const float height = ui_.px(kModeRow);
    const auto& found = modes_[index(ui_.state.settings.mode)].found;
    if (found == nullptr || !has_room(height)) return {};
    if (ui_.state.repairing.shown == RepairsShown::no && !gone_wrong(*found).any) return {};
    const ButtonLook look{act("repairs"_act).chosen(ui_.state) ? Face::segment : Face::plain, Icon::none,
                          Caption::shown, Padding::snug};
    const float width = button_width(ui_, "repairs"_act, look);
    const Rect offer{box_.right - width, box_.top - ui_.px(kOutcomesApart), box_.right, box_.top + height};
    button(ui_, offer, "repairs"_act, look);
    return offer;
  }

  // Modes of which the same is to be told, one after another, share a row.
  struct ModeRow {
    std::string names;
    std::string text;
    bool is_shown = false;
  };

  std::vector<ModeRow> mode_rows(Mode shown, bool is_brief) const {
    std::vector<ModeRow> rows;
    for (const Mode mode : kModes) {
      ModeRow row{std::string(title(mode)), mode_outcomes_text(modes_[index(mode)], mode, is_brief), mode == shown};
      if (row.text.empty()) row.text = "…";
      if (!rows.empty() && !row.is_shown && !rows.back().is_shown && row.text == rows.back().text) {
        rows.back().names += fmt::format(", {}", title(mode));
      } else {
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

  void draw_modes(Mode shown, Rect beside) {
    std::vector<ModeRow> rows = mode_rows(shown, false);
    float names_width = 0;
    float texts_width = 0;
    for (const ModeRow& row : rows) {
      names_width = std::max(names_width, ui_.canvas.text_width(row.names, Style::small));
      texts_width = std::max(texts_width, ui_.canvas.text_width(row.text, Style::small));
    }
    if (names_width + ui_.px(kBetweenColumns) + texts_width > box_.width()) rows = mode_rows(shown, true);
    for (const ModeRow& told : rows) {
      if (!has_room(ui_.px(kModeRow))) return;
      Rect row = box_.cut_top(ui_.px(kModeRow));
      if (row.top < beside.bottom) row.right = beside.left - ui_.px(kOutcomesApart);
      const Color ink = told.is_shown ? ui_.theme.text : ui_.theme.quiet_text;
      ui_.canvas.text(row.cut_left(names_width + 1), told.names, Style::small, ink);
      row.cut_left(ui_.px(kBetweenColumns));
      ui_.canvas.text(row, told.text, Style::small, ink);
    }
  }

  void draw_explanation() {
    const std::string text = fmt::format("{} {}", kWhatChanceIs, kNotHowOften);
    if (has_room(ui_.canvas.paragraph_height(box_.width(), text, Style::small))) {
      ui_.canvas.paragraph(box_, text, Style::small, ui_.theme.quiet_text);
    } else if (has_room(ui_.canvas.paragraph_height(box_.width(), kNeitherIsHowOften, Style::small))) {
      ui_.canvas.paragraph(box_, kNeitherIsHowOften, Style::small, ui_.theme.quiet_text);
    }
  }

  const Ui& ui_;
  Rect box_;
  const ExploredModes& modes_;
};

constexpr std::array kWhatCanBeDone = {"direct"_act, "graph"_act};

ButtonLook header_look(const Ui& ui, ActId id) {
  return {act(id).chosen(ui.state) ? Face::segment : Face::plain, Icon::none, Caption::shown, Padding::snug};
}

// What can be done with them, as far as there is room.
void draw_buttons(const Ui& ui, Rect header) {
  for (const ActId id : kWhatCanBeDone) {
    const ButtonLook look = header_look(ui, id);
    const float width = button_width(ui, id, look);
    if (width > header.width()) return;
    button(ui, header.cut_right(width).inset(0, ui.px(4)), id, look);
    header.cut_right(ui.px(8));
  }
}

// What these are, as far as what can be done with them leaves room: how many there are says it too.
void draw_outcomes_header(const Ui& ui, Rect header) {
  const auto found = ui.state.explorer.found_in(ui.state.settings.mode);
  const std::string how_many = found != nullptr ? outcomes_heading(*found) : std::string();
  float room = header.width() - ui.canvas.text_width(how_many, Style::strong) - ui.px(16 + 24);
  for (const ActId id : kWhatCanBeDone) room -= button_width(ui, id, header_look(ui, id)) + ui.px(8);
  const std::string full = "OUTCOMES, " + in_capitals(title(ui.state.settings.mode));
  for (const std::string& caption : {full, std::string("OUTCOMES")}) {
    if (ui.canvas.text_width(caption, Style::caption) > room) continue;
    header.cut_left(heading(ui, header, caption) + ui.px(24));
    break;
  }
  header.cut_left(ui.canvas.text(header, how_many, Style::strong, ui.theme.text) + ui.px(16));
  if (ui.state.explorer.answer() != nullptr) draw_buttons(ui, header);
}

}  // namespace

float outcomes_height(const Ui& ui) {
  const auto found = ui.state.explorer.found_in(ui.state.settings.mode);
  const std::size_t rows = found != nullptr ? std::min(found->outcomes.size(), kMostOutcomeRows + 1) : 1;
  if (ui.state.repairing.shown == RepairsShown::yes) {
    return ui.px(kPanelHeader + 3 * kOutcomesApart) + static_cast<float>(rows) * ui.px(kOutcomeRow) +
           repairs_height(ui);
  }
  return ui.px(kPanelHeader + 3 * kOutcomesApart) + static_cast<float>(rows + 2) * ui.px(kOutcomeRow) +
         static_cast<float>(kModes.size()) * ui.px(kModeRow);
}

void draw_outcomes(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::outcomes, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  draw_outcomes_header(ui, box.cut_top(ui.px(kPanelHeader)));
  box.bottom -= ui.px(8);
  if (ui.state.explorer.answer() == nullptr) {
    ui.canvas.paragraph(box, kNoForecast, Style::body, ui.theme.quiet_text);
    return;
  }
  OutcomesPainter(ui, box).draw();
}

}  // namespace interleave::gui
