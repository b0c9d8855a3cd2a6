#include "app/gui/model/explain/event_times.h"

#include <algorithm>

namespace interleave::gui {

namespace {

enum class Towards { later, earlier };

// Keeps the candidate nearest to the origin on its wanted side.
class Nearest {
 public:
  Nearest(Time origin, Time horizon, Towards towards) : origin_(origin), horizon_(horizon), towards_(towards) {}

  void offer(Time time) {
    if (time > horizon_) return;
    const bool forward = towards_ == Towards::later;
    if (forward ? time <= origin_ : time >= origin_) return;
    if (!found_ || (forward ? time < *found_ : time > *found_)) found_ = time;
  }
  void offer(const std::optional<Time>& time) {
    if (time) offer(*time);
  }

  // Of a sequence in order of time, only the neighbours of the origin can be nearest.
  template <class Sequence, class TimeOf>
  void offer_ordered(const Sequence& sequence, TimeOf time_of) {
    const auto first_after = std::partition_point(sequence.begin(), sequence.end(),
                                                  [&](const auto& item) { return time_of(item) <= origin_; });
    if (first_after != sequence.end()) offer(time_of(*first_after));
    const auto first_at = std::partition_point(sequence.begin(), sequence.end(),
                                               [&](const auto& item) { return time_of(item) < origin_; });
    if (first_at != sequence.begin()) offer(time_of(*(first_at - 1)));
  }

  std::optional<Time> found() const { return found_; }

 private:
  Time origin_;
  Time horizon_;
  Towards towards_;
  std::optional<Time> found_;
};

std::optional<Time> nearest(const Timeline& timeline, Time origin, Towards towards) {
  Nearest nearest(origin, timeline.horizon(), towards);
  nearest.offer(Time{});
  nearest.offer(timeline.horizon());
  for (const TaskTrack& task : timeline.tasks()) {
    nearest.offer(task.submitted);
    nearest.offer(task.started);
    nearest.offer(task.finished);
    nearest.offer_ordered(task.spans, [](const Span& span) { return span.begin; });
    nearest.offer_ordered(task.spans, [](const Span& span) { return span.end; });
  }
  for (const WorkerTrack& worker : timeline.workers()) {
    nearest.offer_ordered(worker.turns, [](const Turn& turn) { return turn.at; });
  }
  nearest.offer_ordered(timeline.output(), [](const OutputLine& line) { return line.time; });
  return nearest.found();
}

}  // namespace

std::optional<Time> next_event(const Timeline& timeline, Time after) {
  return nearest(timeline, after, Towards::later);
}

std::optional<Time> previous_event(const Timeline& timeline, Time before) {
  return nearest(timeline, before, Towards::earlier);
}

}  // namespace interleave::gui
