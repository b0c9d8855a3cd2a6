#include "app/gui/model/explain/code_lines.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "core/looks/span_words.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kCodeLookedAt = 5'000;  // of very many tasks, the first tell

std::optional<std::size_t> line_of(const Listing& listing, std::optional<Mode> mode, const Span& span) {
  if (span.step != StepId::none) return listing.line_of(span.step);
  if (mode == Mode::sequential) return std::nullopt;
  return listing.line_of(span.task);
}

// Whether the main program has submitted the task, and gone on; of a recording, whether it must have.
bool has_come(const TaskTrack& task, Time now) {
  const std::optional<Time>& known = task.created ? task.created : task.started;
  return known && *known <= now;
}

// The main program of an event loop, where tasks come later.
std::optional<std::pair<std::size_t, Look>> main_program(const Timeline& timeline, const Listing& listing, Time now) {
  const auto& waits = listing.arrival_lines();
  const bool is_over = timeline.finished() && now >= timeline.horizon();
  if (waits.empty() || is_over || !is_event_loop(traits(timeline.info().mode))) return std::nullopt;
  const auto first_at = [&](std::size_t line) { return index(listing.lines()[line].arrival); };
  const auto line = std::partition_point(waits.begin(), waits.end(),
                                         [&](std::size_t at) { return has_come(timeline.tasks()[first_at(at)], now); });
  if (line == waits.end()) return std::pair(listing.wait_line().value(), Look::waiting_free);
  const TaskTrack& next = timeline.tasks()[first_at(*line)];
  const std::optional<Time>& planned = timeline.info().tasks[first_at(*line)].planned;
  const bool is_due = planned && *planned <= now;
  if (is_due && next.submitted && !next.created) return std::nullopt;
  return std::pair(*line, is_due ? Look::ready : Look::waiting_free);
}

// Where names have no room, it is those of the last that give way.
int rank_of(SpanKind kind) { return kind == SpanKind::running ? 0 : holds_worker(kind) ? 1 : 2; }

std::string standing_text(const Timeline& timeline, const Span& span, Time now) {
  const std::string awaited = awaited_text(timeline, span, now);
  return awaited.empty() ? state_text(span) : "waits for " + awaited;
}

std::string state_of_main(Look look) {
  if (look != Look::ready) return std::string(name(look));
  Span turn;
  turn.state = State::ready;
  turn.cause = Cause::loop;
  turn.step = StepId{0};  // it has begun
  return state_text(turn);
}

bool makes_spans(const Step& step) {
  bool found = false;
  for_each_step_within(step, [&](const Step& inner) { found = found || seconds_of(inner) != nullptr; });
  return found;
}

}  // namespace

std::optional<StepId> print_at(const Listing& listing, const Scenario& scenario, std::size_t line) {
  if (line >= listing.lines().size() || listing.lines()[line].step == StepId::none) return std::nullopt;
  std::optional<StepId> found;
  for_each_step(scenario, [&](const Step& step) {
    const auto* const call = std::get_if<verb::Call>(&step.action);
    const bool prints = step.verb() == Verb::print || (call != nullptr && call->forget);
    if (step.id == listing.lines()[line].step && prints) found = step.id;
  });
  return found;
}

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
  std::vector<const Span*> spans;
  for (std::size_t i = 0; i < std::min(timeline.tasks().size(), kCodeLookedAt); ++i) {
    const Position position = moment.position(task_id(i));
    if (position.kind == Position::Kind::in_span) spans.push_back(position.span);
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const Span* a, const Span* b) { return rank_of(kind_of(*a)) < rank_of(kind_of(*b)); });
  std::map<std::size_t, StandingLine> lines;
  for (const Span* span : spans) {
    const auto line = line_of(listing, timeline.info().mode, *span);
    if (!line) continue;
    lines[*line].line = *line;
    lines[*line].wait_to_begin = span->step == StepId::none;
    lines[*line].tasks.push_back({span->task, look_of(*span), standing_text(timeline, *span, now)});
  }
  if (const auto main = main_program(timeline, listing, now)) {
    lines[main->first].line = main->first;
    lines[main->first].tasks.push_back({TaskId::none, main->second, state_of_main(main->second)});
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
