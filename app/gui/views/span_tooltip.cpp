#include "app/gui/views/span_tooltip.h"

#include <fmt/format.h>

#include "app/gui/model/time_text.h"

namespace interleave::gui {

namespace {

std::string end_text(const AppState& state, const Span& span) {
  if (span.end == kNever) return "not yet";
  const bool ahead = span.end > happened_until(state) && !state.run.ended;
  return time_text(span.end) + (ahead ? " (predicted)" : "");
}

std::string length_text(const AppState& state, const Span& span) {
  if (span.end != kNever) return time_text(seconds(span.end - span.begin));
  return time_text(seconds(state.playhead - span.begin)) + " so far";
}

std::string worker_text(const Timeline& timeline, const Span& span) {
  if (span.worker == WorkerId::none) return span.state == State::waiting ? "none: it waits without one" : "none yet";
  const auto workers = timeline.workers();
  return index(span.worker) < workers.size() ? workers[index(span.worker)].name : "";
}

std::string step_text(const StepIndex& steps, const Span& span) {
  const Step* step = steps.find(span.step);
  if (step == nullptr) return "none";
  Span as_step = span;
  as_step.state = State::running;  // what the step is, whatever it is doing now
  return fmt::format("{}, line {} of the scenario", steps.label(as_step), step->position.line);
}

}  // namespace

std::vector<Fact> facts_of(const Ui& ui, const Timeline& timeline, const Span& span) {
  std::vector<Fact> facts;
  facts.push_back({"state", std::string(name(look_of(span)))});
  if (const auto cause = cause_text(span); !cause.empty()) facts.push_back({"cause", std::string(cause)});
  facts.push_back({"time", fmt::format("begin {}, end {}, length {}", time_text(span.begin), end_text(ui.state, span),
                                       length_text(ui.state, span))});
  facts.push_back({"worker", worker_text(timeline, span)});
  facts.push_back({"step", step_text(steps_of(ui.state, timeline), span)});
  return facts;
}

Tooltip tooltip_of(const Ui& ui, const Timeline& timeline, const Span& span) {
  Tooltip tooltip;
  tooltip.title = timeline.tasks()[index(span.task)].name;
  if (span.begin >= happened_until(ui.state)) tooltip.title += ": not happened yet, predicted";
  for (const Fact& fact : facts_of(ui, timeline, span))
    tooltip.lines.push_back(fmt::format("{}\t{}", fact.name, fact.value));
  return tooltip;
}

Tooltip tooltip_of_many(const Ui& ui, std::span<const Span> spans) {
  Tooltip tooltip;
  tooltip.title = fmt::format("{} spans, each shorter than a pixel: zoom in", spans.size());
  const Span& last = spans.back();
  const Time end = last.end == kNever ? ui.state.playhead : last.end;
  tooltip.lines.push_back(fmt::format("begin\t{}", time_text(spans.front().begin)));
  tooltip.lines.push_back(fmt::format("end\t{}", time_text(end)));
  return tooltip;
}

}  // namespace interleave::gui
