#include "app/gui/model/explain/code_lines.h"

#include <algorithm>
#include <map>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kCodeLookedAt = 5'000;  // of very many tasks, the first tell

std::optional<std::size_t> line_of(const Listing& listing, std::optional<Mode> mode, const Span& span) {
  if (span.step != StepId::none) return listing.line_of(span.step);
  if (mode == Mode::sequential) return std::nullopt;
  return listing.line_of(span.task);
}

bool makes_spans(const Step& step) {
  bool found = false;
  for_each_step_within(step, [&](const Step& inner) { found = found || seconds_of(inner) != nullptr; });
  return found;
}

}  // namespace

std::optional<ChosenLine> line_to_choose(const Listing& listing, const Scenario& scenario, std::size_t line) {
  if (line >= listing.lines().size()) return std::nullopt;
  const ListingLine& text = listing.lines()[line];
  if (text.task != TaskId::none) return ChosenLine{line, StepId::none, StepId::none, text.task};
  if (text.step == StepId::none) return std::nullopt;
  std::optional<ChosenLine> chosen;
  for_each_step(scenario, [&](const Step& step) {
    if (step.id == text.step && makes_spans(step)) chosen = {line, step.id, last_within(step), TaskId::none};
  });
  return chosen;
}

std::vector<StandingLine> standing_lines(const Timeline& timeline, const Listing& listing, Time now) {
  const Moment moment(timeline, now);
  std::map<std::size_t, StandingLine> lines;
  for (std::size_t i = 0; i < std::min(timeline.tasks().size(), kCodeLookedAt); ++i) {
    const Position position = moment.position(task_id(i));
    if (position.kind != Position::Kind::in_span) continue;
    const auto line = line_of(listing, timeline.info().mode, *position.span);
    if (!line) continue;
    lines[*line].line = *line;
    lines[*line].wait_to_begin = position.span->step == StepId::none;
    lines[*line].tasks.push_back({task_id(i), look_of(*position.span)});
  }
  std::vector<StandingLine> standing;
  for (auto& [line, standing_there] : lines) standing.push_back(std::move(standing_there));
  return standing;
}

std::vector<StandingLine> standing_lines(const AppState& state) {
  if (!state.run.started || state.run.settings.mode != state.code.mode || !runs_chosen_program(state)) return {};
  return standing_lines(*state.run.record, *state.code.listing, state.playhead);
}

std::optional<std::size_t> line_in_focus(const AppState& state) {
  if (const Span* span = selected_span(state)) {
    return span->step != StepId::none ? state.code.listing->line_of(span->step)
                                      : state.code.listing->line_of(span->task);
  }
  if (state.code.chosen) return state.code.chosen->line;
  return std::nullopt;
}

}  // namespace interleave::gui
