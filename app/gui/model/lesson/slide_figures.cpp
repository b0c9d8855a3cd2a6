#include "app/gui/model/lesson/slide_figures.h"

#include <algorithm>

#include "app/gui/model/explain/outcome_text.h"
#include "core/explore/wording.h"

namespace interleave::gui {

namespace {

std::shared_ptr<const Scenario> chosen_scenario(const AppState& state) {
  return state.scenarios[state.chosen].scenario;
}

// A run is not there yet while it is hidden up to its start, or the user is to make it.
bool is_run_shown(const AppState& state, const LessonView& view) {
  const bool is_hidden = view.hides_future && !state.playing && state.playhead == Time{};
  return !state.directed && !is_hidden;
}

void add_run(SlideFigures& figures, const AppState& state, const LessonView& view) {
  figures.by_task = view.shows(LessonPanel::timeline) || view.shows(LessonPanel::graph);
  figures.by_worker = view.shows(LessonPanel::workers);
  figures.console = view.shows(LessonPanel::console);
  if (!figures.by_task && !figures.by_worker && !figures.console) return;
  figures.run = state.run.prediction;
  figures.subjects.push_back(subject_of(state.shown_scenario, state.run.settings));
}

void add_comparison(SlideFigures& figures, const AppState& state, const LessonView& view) {
  figures.compared = compare_modes(state.scenario(), state.settings);
  std::erase_if(figures.compared, [&](const ModeResult& result) {
    return !view.compared.empty() &&
           std::find(view.compared.begin(), view.compared.end(), result.mode) == view.compared.end();
  });
  RunSettings settings = state.settings;
  for (const ModeResult& result : figures.compared) {
    settings.mode = result.mode;
    figures.subjects.push_back(subject_of(chosen_scenario(state), settings));
  }
}

void add_outcomes(SlideFigures& figures, const AppState& state) {
  const Mode mode = state.settings.mode;
  const auto found = state.explorer.found_in(mode);
  if (found == nullptr) return;
  figures.outcomes = outcomes_heading(*found);
  for (const ExploredOutcome& outcome : found->outcomes) {
    figures.outcome_rows.push_back({count_text(*found, outcome), chance_text(*found, outcome),
                                    result_text(outcome.result, state.scenario(), mode)});
  }
  figures.subjects.push_back(subject_of(chosen_scenario(state), state.settings));
}

}  // namespace

SlideFigures figures_of(const AppState& state, const LessonView& view) {
  SlideFigures figures;
  if (!view.has_picture() || !state.has_program()) return figures;
  if (view.shows(LessonPanel::code)) {
    figures.listing = state.code.listing;
    figures.highlighted = view.highlighted.value_or("");
  }
  if (state.comparing) {
    add_comparison(figures, state, view);
  } else if (is_run_shown(state, view)) {
    add_run(figures, state, view);
  }
  if (state.outcomes == OutcomesShown::yes) add_outcomes(figures, state);
  return figures;
}

}  // namespace interleave::gui
