#include "app/gui/model/update/choose_line.h"

#include <algorithm>
#include <vector>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/explain/printed_lines.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/lane_walk.h"
#include "app/gui/model/update/navigation.h"
#include "app/gui/model/update/playhead.h"
#include "core/listing/list_program.h"

namespace interleave::gui {

namespace {

// The only span that the line made, if it is one alone.
std::optional<Selection> only_span(const Timeline& timeline, const ChosenLine& line) {
  std::optional<Selection> found;
  for (std::size_t task = 0; task < timeline.tasks().size(); ++task) {
    const auto& spans = timeline.tasks()[task].spans;
    for (std::size_t at = 0; at < spans.size(); ++at) {
      if (!line.made(spans[at])) continue;
      if (found) return std::nullopt;
      found = Selection{task_id(task), at, {}};
    }
  }
  return found;
}

// Before Run, what it will print.
const Timeline& printing_run(const AppState& state) {
  return state.run.started ? run_beside(state) : *state.run.prediction;
}

void show_printed(AppState& state, std::size_t position, StepId step) {
  const Timeline& run = printing_run(state);
  const OutputLine& line = run.output()[position];
  const Time time = line.time;
  const TaskId task = line.task;
  const auto span = span_before(run, line);
  clear_selection(state);
  if (state.run.started) {
    move_playhead(state, time);
    reveal(state, time);
  }
  if (step != StepId::none)
    state.code.chosen = ChosenLine{state.code.listing->line_of(step), StepId::none, StepId::none, task, position};
  else if (span)
    select_span(state, {task, *span, looked_at(state)});
}

void choose_print(AppState& state, std::size_t line, StepId print) {
  const auto steps = printing_steps(*state.shown_scenario, printing_run(state));
  const auto& before = state.code.chosen;
  const bool goes_on = before && before->line == line && before->printed;
  const auto from = goes_on ? std::min(*before->printed + 1, steps.size()) : 0;
  const auto found = std::find(steps.begin() + static_cast<std::ptrdiff_t>(from), steps.end(), print);
  if (found == steps.end()) return clear_selection(state);
  show_printed(state, static_cast<std::size_t>(found - steps.begin()), print);
}

}  // namespace

void refresh_code(AppState& state) {
  Code& code = state.code;
  if (state.selection) code.chosen.reset();
  if (state.shown_scenario == nullptr) {
    code.listing = nullptr;
    code.scenario = nullptr;
    code.chosen.reset();
    return;
  }
  const bool is_current = code.listing != nullptr && code.listing->language() == state.settings.language &&
                          code.mode == state.settings.mode && code.max_workers == state.settings.max_workers &&
                          code.scenario == state.shown_scenario.get();
  if (is_current) return;
  code.mode = state.settings.mode;
  code.max_workers = state.settings.max_workers;
  code.scenario = state.shown_scenario.get();
  code.listing = std::make_shared<const Listing>(
      list_program(*code.scenario, code.mode, code.max_workers, state.settings.language));
  code.chosen.reset();
}

void choose_line(AppState& state, std::size_t line) {
  if (const auto print = print_at(*state.code.listing, *state.shown_scenario, line)) {
    return choose_print(state, line, *print);
  }
  const bool again = state.code.chosen && state.code.chosen->line == line;
  clear_selection(state);
  if (again) return;
  const auto chosen = line_to_choose(*state.code.listing, *state.shown_scenario, line);
  if (!chosen) return;
  const auto alone = only_span(*state.run.record, *chosen);
  if (alone) return select_span(state, *alone);
  state.code.chosen = chosen;
}

void choose_printed(AppState& state, std::size_t position) {
  if (position >= printing_run(state).output().size()) return;
  if (state.code.chosen && state.code.chosen->printed == position) return clear_selection(state);
  const bool has_code = state.shown_scenario != nullptr && state.code.listing != nullptr;
  const auto steps = has_code ? printing_steps(*state.shown_scenario, printing_run(state)) : std::vector<StepId>();
  show_printed(state, position, has_code ? steps[position] : StepId::none);
}

}  // namespace interleave::gui
