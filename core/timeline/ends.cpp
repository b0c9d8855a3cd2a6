#include "core/timeline/ends.h"

#include <algorithm>
#include <iterator>

namespace interleave {
namespace {

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
  const TaskTrack& track = timeline.tasks()[index(task)];
  std::vector<Timeout> timeouts;
  for (const std::size_t span : track.timeouts) timeouts.push_back({task, span, track.spans[span].end});
  return timeouts;
}

}  // namespace interleave
