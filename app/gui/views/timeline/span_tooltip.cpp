#include "app/gui/views/timeline/span_tooltip.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "core/looks/span_words.h"

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

// What the step is, whatever its task is doing now.
std::string step_text(const RunInfo& run, const Span& span) {
  const StepInfo* step = known_step(run, span.step);
  if (step == nullptr) return "none";
  const std::string label = step_label(run, *step, span.task);
  return step->line == 0 ? label : fmt::format("{}, line {} of the scenario", label, step->line);
}

struct LookShare {
  Look look = Look::running;
  Duration time{0};
};

// Whether the bar's lane shows such spans.
bool shows_kind(const Bar& bar, SpanKind kind) {
  const auto* const place = std::find(kStacked.begin(), kStacked.end(), shown_as(kind));
  return bar.shares[static_cast<std::size_t>(place - kStacked.begin())] > 0;
}

// How long the spans were in each look, the longest first; only those that the bar shows.
std::vector<LookShare> shares_of(const Bar& bar, const KindTimes& times) {
  std::vector<LookShare> shares;
  for (std::size_t i = 0; i < kSpanKinds; ++i) {
    const auto kind = static_cast<SpanKind>(i);
    if (!shows_kind(bar, kind) || times[kind] == Duration{0}) continue;
    if (!shares.empty() && shares.back().look == look_of(kind))
      shares.back().time += times[kind];
    else
      shares.push_back({look_of(kind), times[kind]});
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const LookShare& a, const LookShare& b) { return a.time > b.time; });
  return shares;
}

std::string share_text(Duration part, Duration whole) {
  const double percent = 100 * seconds(part) / seconds(whole);
  return percent < 1 ? std::string("< 1 %") : fmt::format("{:.0f} %", percent);
}

// How the task ended with that span, unless well.
std::string end_fact(const Timeline& timeline, const Span& span) {
  const TaskTrack& task = timeline.tasks()[index(span.task)];
  const auto end = end_of(task);
  const bool is_last = !task.spans.empty() && task.spans.back().begin == span.begin;
  if (!end || *end == TaskEnd::finished || !is_last) return "";
  std::string text;
  for (const std::string& sentence : end_sentences(timeline, span.task)) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

}  // namespace

std::vector<Fact> facts_of(const Ui& ui, const Timeline& timeline, const Span& span) {
  std::vector<Fact> facts;
  facts.push_back({"state", state_text(span)});
  const Time asked_at = std::clamp(ui.state.playhead, span.begin, std::max(span.begin, span.end - Duration{1}));
  if (std::string awaited = awaited_text(timeline, span, asked_at); !awaited.empty()) {
    facts.push_back({"waits for", std::move(awaited)});
  } else if (const auto cause = cause_text(span); !cause.empty()) {
    facts.push_back({"cause", std::string(cause)});
  }
  facts.push_back({"time", fmt::format("begin {}, end {}, length {}", time_text(span.begin), end_text(ui.state, span),
                                       length_text(ui.state, span))});
  if (std::string end = end_fact(timeline, span); !end.empty()) facts.push_back({"then", std::move(end)});
  facts.push_back({"worker", worker_text(timeline, span)});
  facts.push_back({"step", step_text(timeline.info(), span)});
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

Tooltip tooltip_of_dense(const Ui& ui, const Bar& bar, std::span<const Span> spans) {
  const Time end = std::min(spans.back().end, std::max(recorded_until(ui.state), spans.back().begin));
  KindTimes times;
  std::size_t count = 0;
  for (const Span& span : spans) {
    if (!shows_kind(bar, kind_of(span))) continue;
    times[kind_of(span)] += std::min(span.end, end) - span.begin;
    ++count;
  }
  const Duration length = end - spans.front().begin;
  const auto shares = shares_of(bar, times);
  Tooltip tooltip;
  tooltip.title = fmt::format("{} spans, mostly {}", count, name(shares.front().look));
  if (bar.future) tooltip.title += ": not happened yet, predicted";
  Duration rest = length;
  for (const LookShare& share : shares) {
    tooltip.lines.push_back(fmt::format("{}\t{}", share_text(share.time, length), name(share.look)));
    rest -= share.time;
  }
  if (rest > Duration{0}) tooltip.lines.push_back(fmt::format("{}\tnothing", share_text(rest, length)));
  tooltip.lines.push_back(fmt::format("time\tbegin {}, end {}", time_text(spans.front().begin), time_text(end)));
  tooltip.lines.push_back("\tzoom in to see each");
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
