#include "app/gui/model/code.h"

#include <algorithm>
#include <map>

#include "app/gui/model/app_state.h"
#include "app/gui/model/update.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kCodeLookedAt = 5'000;  // of very many tasks, the first tell

std::optional<std::size_t> line_of(const Listing& listing, Mode mode, const Span& span) {
  if (span.step != StepId::none) return listing.line_of(span.step);
  if (mode == Mode::sequential) return std::nullopt;
  return listing.line_of(span.task);
}

bool makes_spans(const Step& step) {
  bool found = false;
  for_each_step_within(step, [&](const Step& inner) { found = found || seconds_of(inner) != nullptr; });
  return found;
}

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

}  // namespace

bool ChosenLine::made(const Span& span) const {
  if (task != TaskId::none) return span.task == task;
  return span.step != StepId::none && span.step >= first && span.step <= last;
}

void refresh_code(AppState& state) {
  Code& code = state.code;
  if (state.selection) code.chosen.reset();
  const bool is_current = code.listing != nullptr && code.listing->language() == code.language &&
                          code.mode == state.settings.mode && code.max_workers == state.settings.max_workers &&
                          code.scenario == &state.steps->scenario();
  if (is_current) return;
  code.mode = state.settings.mode;
  code.max_workers = state.settings.max_workers;
  code.scenario = &state.steps->scenario();
  code.listing =
      std::make_shared<const Listing>(list_program(*code.scenario, code.mode, code.max_workers, code.language));
  code.chosen.reset();
}

std::optional<ChosenLine> line_to_choose(const Listing& listing, const StepIndex& steps, std::size_t line) {
  if (line >= listing.lines().size()) return std::nullopt;
  const ListingLine& text = listing.lines()[line];
  if (text.task != TaskId::none) return ChosenLine{line, StepId::none, StepId::none, text.task};
  const Step* step = text.step == StepId::none ? nullptr : steps.find(text.step);
  if (step == nullptr || !makes_spans(*step)) return std::nullopt;
  return ChosenLine{line, step->id, last_within(*step), TaskId::none};
}

void choose_line(AppState& state, std::size_t line) {
  const bool again = state.code.chosen && state.code.chosen->line == line;
  update(state, command::ClearSelection{});
  if (again) return;
  const auto chosen = line_to_choose(*state.code.listing, *state.steps, line);
  if (!chosen) return;
  const auto alone = only_span(*state.run.record, *chosen);
  if (alone) return update(state, command::SelectSpan{alone->task, alone->span, {}});
  state.code.chosen = chosen;
}

std::vector<MarkedLine> marked_lines(const Timeline& timeline, const Listing& listing, Time now) {
  const Moment moment(timeline, now);
  std::map<std::size_t, MarkedLine> lines;
  for (std::size_t i = 0; i < std::min(timeline.tasks().size(), kCodeLookedAt); ++i) {
    const Position position = moment.position(task_id(i));
    if (position.kind != Position::Kind::in_span) continue;
    const auto line = line_of(listing, timeline.info().mode, *position.span);
    if (!line) continue;
    lines[*line].line = *line;
    lines[*line].tasks.push_back({task_id(i), look_of(*position.span)});
  }
  std::vector<MarkedLine> marked;
  for (auto& [line, mark] : lines) marked.push_back(std::move(mark));
  return marked;
}

std::vector<MarkedLine> marked_lines(const AppState& state) {
  if (!state.run.started || state.run.settings.mode != state.code.mode) return {};
  return marked_lines(*state.run.record, *state.code.listing, state.playhead);
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
