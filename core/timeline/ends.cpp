#include "core/timeline/ends.h"

#include <algorithm>
#include <iterator>

namespace interleave {
namespace {

bool goes_on(const Span& before, const Span& span) { return before.end == span.begin && before.step == span.step; }

// A wait for others, with what came after it.
class EndedWait {
 public:
  EndedWait(const Timeline& timeline, TaskId task, std::size_t span)
      : timeline_(timeline),
        id_(task),
        track_(timeline.tasks()[index(task)]),
        position_(span),
        span_(track_.spans[span]) {
    target_ = wait_target(track_, span_);
    next_ = span + 1;
    // Until it has a turn.
    while (next_ < track_.spans.size() && track_.spans[next_].state == State::ready &&
           goes_on(track_.spans[next_ - 1], track_.spans[next_])) {
      ++next_;
    }
    resumed_ = track_.spans[next_ - 1].end;
  }

  bool timed_out() const {
    if (target_.object == ObjectId::none && target_.task == TaskId::none) return false;
    const bool is_last = next_ == track_.spans.size();
    if (span_.end == kNever || (is_last && !track_.finished)) return false;
    if (cancelled_in(track_) == position_) return false;
    if (!is_last && waits_again(track_.spans[next_])) return false;
    return target_.object != ObjectId::none ? !got_it() : !saw_end();
  }

 private:
  // It was told to look, and others had been there before.
  bool waits_again(const Span& next) const {
    return goes_on(track_.spans[next_ - 1], next) && next.cause == span_.cause && next.state == State::waiting;
  }

  // On a real clock what happens at once is a moment earlier or later on record: whoever releases a lock hands it on,
  // and whoever has waited goes on.
  bool got_it() const {
    const bool is_exact = timeline_.info().clock == ClockKind::virtual_time;
    const Time from = is_exact ? span_.end : span_.begin;
    const Time until = is_exact                      ? resumed_
                       : next_ < track_.spans.size() ? track_.spans[next_].end
                                                     : timeline_.horizon();
    const auto accesses = timeline_.accesses();
    auto access =
        std::partition_point(accesses.begin(), accesses.end(), [&](const Access& other) { return other.time < from; });
    for (; access != accesses.end() && access->time <= until; ++access) {
      if (access->task == id_ && access->object == target_.object && access->step == span_.step) return true;
    }
    return false;
  }

  bool saw_end() const {
    const std::vector<TaskId> awaited = awaited_tasks(timeline_, span_);
    const auto is_over = [this](TaskId id) { return ended_by_itself(timeline_.tasks()[index(id)]); };
    if (std::all_of(awaited.begin(), awaited.end(), is_over)) return true;
    // Of several that are awaited together, one that fails is enough.
    return std::any_of(awaited.begin(), awaited.end(), [&](TaskId id) {
      return is_over(id) && timeline_.tasks()[index(id)].outcome == Outcome::failed;
    });
  }

  // On a loop whoever gives up cancels whom it awaits, and waits for that; of several who do so at one moment the last
  // one alone is on record. Who is awaited and cancelled by anybody else takes the waiter along.
  bool ended_by_itself(const TaskTrack& awaited) const {
    const bool is_on_loop = timeline_.info().mode == Mode::coroutine;
    const bool given_up = awaited.cancelled && awaited.cancelled->at >= span_.begin &&
                          (awaited.cancelled->by == id_ || (is_on_loop && awaited.outcome == Outcome::cancelled));
    return awaited.finished && *awaited.finished <= resumed_ && !given_up;
  }

  const Timeline& timeline_;
  TaskId id_;
  const TaskTrack& track_;
  std::size_t position_;
  const Span& span_;
  WaitTarget target_;
  std::size_t next_ = 0;  // the span with which the task goes on
  Time resumed_{};
};

void add_timeouts(const Timeline& timeline, TaskId task, std::vector<Timeout>& timeouts) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  // Other programs may go on for reasons that are not recorded.
  if (track.targets.empty() || !timeline.info().mode) return;
  for (std::size_t i = 0; i < track.spans.size(); ++i) {
    if (track.spans[i].state != State::waiting || track.spans[i].cause == Cause::sleep) continue;
    if (EndedWait(timeline, task, i).timed_out()) timeouts.push_back({task, i, track.spans[i].end});
  }
}

std::vector<TaskId> awaited_in_step(const Timeline& timeline, const Span& span) {
  if (span.cause != Cause::await_task || span.state != State::waiting) return {};
  const auto& steps = timeline.info().steps;
  if (index(span.step) < steps.size() && !steps[index(span.step)].awaits.empty()) return steps[index(span.step)].awaits;
  const TaskId target = wait_target(timeline.tasks()[index(span.task)], span).task;
  return target == TaskId::none ? std::vector<TaskId>() : std::vector{target};
}

// Those whose ends it waited for last; none where it never did.
std::vector<TaskId> last_awaited(const Timeline& timeline, const TaskTrack& track) {
  const auto last = std::find_if(track.spans.rbegin(), track.spans.rend(), [](const Span& span) {
    return span.state == State::waiting && span.cause == Cause::await_task;
  });
  return last == track.spans.rend() ? std::vector<TaskId>() : awaited_in_step(timeline, *last);
}

}  // namespace

std::optional<TaskEnd> end_of(const TaskTrack& task) {
  if (!task.outcome) return std::nullopt;
  switch (*task.outcome) {
    case Outcome::finished:
      return TaskEnd::finished;
    case Outcome::failed:
      return task.error == "timed out" ? TaskEnd::timed_out : TaskEnd::failed;
    case Outcome::cancelled:
      return TaskEnd::cancelled;
    case Outcome::deadlocked:
      return TaskEnd::deadlocked;
    case Outcome::not_started:
      break;
  }
  return TaskEnd::not_started;
}

bool went_wrong(const Timeline& timeline) {
  if (!timeline.end()) return false;
  const Outcome outcome = timeline.end()->outcome;
  return outcome == Outcome::failed || outcome == Outcome::deadlocked;
}

TaskId failed_with(const Timeline& timeline, TaskId task) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  if (track.outcome != Outcome::failed || !track.finished) return TaskId::none;
  for (const TaskId awaited : last_awaited(timeline, track)) {
    const TaskTrack& other = timeline.tasks()[index(awaited)];
    const bool has_same = other.outcome == Outcome::failed && other.error == track.error;
    if (has_same && other.finished && *other.finished <= *track.finished) return awaited;
  }
  return TaskId::none;
}

std::vector<TaskId> awaited_tasks(const Timeline& timeline, const Span& span) {
  const std::vector<TaskId> all = awaited_in_step(timeline, span);
  std::vector<TaskId> left;
  std::copy_if(all.begin(), all.end(), std::back_inserter(left), [&](TaskId task) {
    const auto& finished = timeline.tasks()[index(task)].finished;
    return !finished || *finished > span.begin;
  });
  return left.empty() ? all : left;
}

std::optional<std::size_t> cancelled_in(const TaskTrack& task) {
  if (!task.cancelled) return std::nullopt;
  const auto after = std::partition_point(task.spans.begin(), task.spans.end(),
                                          [&](const Span& span) { return span.end <= task.cancelled->at; });
  for (auto span = std::make_reverse_iterator(after); span != task.spans.rend(); ++span) {
    // Until it had a turn to take note of it.
    if (span->state == State::ready) continue;
    if (span->state != State::waiting) return std::nullopt;
    return static_cast<std::size_t>(task.spans.rend() - span) - 1;
  }
  return std::nullopt;
}

bool goes_on_after(const TaskTrack& task, Time at) {
  return std::any_of(task.spans.rbegin(), task.spans.rend(),
                     [&](const Span& span) { return span.state != State::ready && span.end > at; });
}

std::vector<Timeout> timeouts_of(const Timeline& timeline, TaskId task) {
  std::vector<Timeout> timeouts;
  add_timeouts(timeline, task, timeouts);
  return timeouts;
}

std::vector<Timeout> timeouts_of(const Timeline& timeline) {
  std::vector<Timeout> timeouts;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) add_timeouts(timeline, task_id(i), timeouts);
  return timeouts;
}

}  // namespace interleave
