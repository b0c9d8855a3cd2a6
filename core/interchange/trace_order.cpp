#include "core/interchange/trace_order.h"

#include <algorithm>

namespace interleave {
namespace {

constexpr auto kLater = [](const auto& a, const auto& b) { return a.at != b.at ? a.at > b.at : a.cursor > b.cursor; };

}  // namespace

TraceOrder::TraceOrder(const Timeline& timeline) : timeline_(timeline) {
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) add(Kind::worker, i);
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) add(Kind::task, i);
  add(Kind::output, 0);
}

void TraceOrder::add(Kind kind, std::size_t lane) {
  Cursor cursor{kind, lane, 0, {}};
  if (!advance(cursor)) return;
  next_.push_back({cursor.event.at, cursors_.size()});
  std::push_heap(next_.begin(), next_.end(), kLater);
  cursors_.push_back(cursor);
}

std::optional<TraceEvent> TraceOrder::next() {
  if (next_.empty()) return std::nullopt;
  std::pop_heap(next_.begin(), next_.end(), kLater);
  Cursor& cursor = cursors_[next_.back().cursor];
  const TraceEvent event = cursor.event;
  if (advance(cursor)) {
    next_.back().at = cursor.event.at;
    std::push_heap(next_.begin(), next_.end(), kLater);
  } else {
    next_.pop_back();
  }
  return event;
}

bool TraceOrder::advance(Cursor& cursor) const {
  switch (cursor.kind) {
    case Kind::worker:
      return advance_worker(cursor);
    case Kind::task:
      return advance_task(cursor);
    case Kind::output:
      break;
  }
  return advance_output(cursor);
}

// Three steps a span: its slice, the end of an arrow to it, the start of one from it. An arrow starts at the last
// nanosecond of its slice: at the end the slice is over, and Perfetto looks for one that is not.
bool TraceOrder::advance_worker(Cursor& cursor) const {
  const WorkerTrack& worker = timeline_.workers()[cursor.lane];
  for (; cursor.step / 3 < worker.spans.size(); ++cursor.step) {
    const std::size_t position = cursor.step / 3;
    const Span& span = worker.spans[position];
    if (cursor.step % 3 == 0) {
      cursor.event = {span.begin, TraceMark::slice, cursor.lane, position};
    } else if (cursor.step % 3 == 1) {
      if (!took_over(worker, position)) continue;
      cursor.event = {span.begin, TraceMark::flow_end, cursor.lane, position};
    } else {
      if (!took_over(worker, position + 1)) continue;
      cursor.event = {span.end - Duration{1}, TraceMark::flow_start, cursor.lane, position};
    }
    ++cursor.step;
    return true;
  }
  return false;
}

// The task's beginning, two steps a span, and its end.
bool TraceOrder::advance_task(Cursor& cursor) const {
  const TaskTrack& task = timeline_.tasks()[cursor.lane];
  const std::size_t last = 2 * task.spans.size() + 1;
  if (!task.submitted || cursor.step > last) return false;
  const Time begin = std::min(*task.submitted, timeline_.horizon());
  if (cursor.step == 0) {
    cursor.event = {begin, TraceMark::task_begin, cursor.lane, 0};
  } else if (cursor.step == last) {
    const Time end = std::min(task.finished.value_or(timeline_.horizon()), timeline_.horizon());
    cursor.event = {std::max(begin, end), TraceMark::task_end, cursor.lane, 0};
  } else {
    const std::size_t position = (cursor.step - 1) / 2;
    const Span& span = task.spans[position];
    const bool begins = cursor.step % 2 == 1;
    cursor.event = {begins ? span.begin : end_of(span), begins ? TraceMark::span_begin : TraceMark::span_end,
                    cursor.lane, position};
  }
  ++cursor.step;
  return true;
}

bool TraceOrder::advance_output(Cursor& cursor) const {
  if (cursor.step >= timeline_.output().size()) return false;
  const OutputLine& line = timeline_.output()[cursor.step];
  cursor.event = {line.time, TraceMark::line, index(line.task), cursor.step};
  ++cursor.step;
  return true;
}

// Whether the span took its worker at once from another task's, and its own had waited for a turn until then.
bool TraceOrder::took_over(const WorkerTrack& worker, std::size_t position) const {
  if (position == 0 || position >= worker.spans.size()) return false;
  const Span& before = worker.spans[position - 1];
  const Span& span = worker.spans[position];
  if (before.end != span.begin || before.task == span.task) return false;
  const std::vector<Span>& own = timeline_.tasks()[index(span.task)].spans;
  const auto found = std::lower_bound(own.begin(), own.end(), span.begin,
                                      [](const Span& earlier, Time t) { return earlier.begin < t; });
  return found != own.begin() && std::prev(found)->end == span.begin && waits_for_turn(*std::prev(found));
}

Time TraceOrder::end_of(const Span& span) const { return std::min(span.end, timeline_.horizon()); }

}  // namespace interleave
