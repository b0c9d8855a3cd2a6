#include "app/gui/model/explain/end_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/picture/time_text.h"
#include "core/timeline/beside_loop.h"
#include "core/timeline/deadlock.h"

namespace interleave::gui {

namespace {

class EndWriter {
 public:
  EndWriter(const Timeline& timeline, TaskId task)
      : timeline_(timeline), id_(task), track_(timeline.tasks()[index(task)]) {}

  std::vector<std::string> write() {
    const auto end = end_of(track_);
    if (!end) return {};
    switch (*end) {
      case TaskEnd::finished:
        say(fmt::format("{} finished at {}.", track_.name, time_text(*track_.finished)));
        break;
      case TaskEnd::failed:
      case TaskEnd::timed_out:
        write_failure(*end);
        break;
      case TaskEnd::cancelled:
        write_cancellation();
        break;
      case TaskEnd::deadlocked:
        write_deadlock();
        break;
      case TaskEnd::not_started:
        say(fmt::format("{} was {}.", track_.name, track_.submitted ? "submitted, and never begun" : "never started"));
        break;
    }
    if (track_.result) say(fmt::format("It returned {}.", track_.result->text));
    return std::move(sentences_);
  }

 private:
  void say(std::string sentence) { sentences_.push_back(std::move(sentence)); }
  const std::string& name_of(TaskId task) const { return timeline_.tasks()[index(task)].name; }

  void write_failure(TaskEnd end) {
    if (end == TaskEnd::timed_out && has_own_thread()) {
      say(fmt::format("{} failed, as its time was up; its thread went on until {}.", track_.name,
                      time_text(*track_.finished)));
      return write_handling();
    }
    std::string text = fmt::format("{} failed at {}", track_.name, time_text(*track_.finished));
    const TaskId source = failed_with(timeline_, id_);
    if (source != TaskId::none) {
      text += fmt::format(" with {}, which it awaits", name_of(source));
      if (!track_.error.empty()) text += ": " + track_.error;
    } else if (const auto timeout = last_timeout(); end == TaskEnd::timed_out && timeout) {
      const Span& wait = track_.spans[timeout->span];
      text += fmt::format(": it had waited {} for {}, and its time was up", time_text(seconds(wait.end - wait.begin)),
                          target_text(wait));
    } else if (!track_.error.empty()) {
      text += ": " + track_.error;
    }
    say(text + ".");
    write_handling();
  }

  void write_handling() {
    if (track_.taken_by) return say(fmt::format("{} handled that.", name_of(*track_.taken_by)));
    // Of another program it is not recorded.
    if (!timeline_.finished() || !timeline_.info().mode) return;
    const RunEnd& end = *timeline_.end();
    const bool ended_run = end.outcome == Outcome::failed && end.error == track_.name + ": " + track_.error;
    say(ended_run ? "Nobody handled that: the run failed with it." : "Nobody handled that.");
  }

  std::optional<Timeout> last_timeout() const {
    const auto timeouts = timeouts_of(timeline_, id_);
    return timeouts.empty() ? std::nullopt : std::optional(timeouts.back());
  }

  std::string target_text(const Span& span) const {
    const WaitTarget target = wait_target(track_, span);
    if (target.object != ObjectId::none) return object_text(timeline_.info(), target.object);
    return ends_text(timeline_, awaited_tasks(timeline_, span));
  }

  void write_cancellation() {
    if (!track_.cancelled) {
      const Time at = track_.finished.value_or(timeline_.horizon());
      say(fmt::format("{} still went on when the run was stopped, at {}.", track_.name, time_text(at)));
      return;
    }
    const Time at = track_.cancelled->at;
    std::string text = fmt::format("{} was cancelled", track_.name);
    if (!track_.started) text += " before it began";
    text += fmt::format(", at {}{}", time_text(at), canceller_text());
    if (track_.finished && *track_.finished > at) {
      text += fmt::format("; {} until {}", has_own_thread() ? "its thread went on" : "it cleaned up",
                          time_text(*track_.finished));
    }
    say(text + ".");
  }

  // Beside an event loop, which nobody can stop.
  bool has_own_thread() const {
    return std::any_of(track_.spans.begin(), track_.spans.end(),
                       [this](const Span& span) { return is_beside_loop(timeline_, span.worker); });
  }

  // Who cancelled it, and what for.
  std::string canceller_text() const {
    const TaskId by = track_.cancelled->by;
    const Time at = track_.cancelled->at;
    if (by == TaskId::none) return ", as the main program left";
    const TaskTrack& other = timeline_.tasks()[index(by)];
    const bool other_first = other.outcome == Outcome::cancelled && other.finished && *other.finished <= at;
    if (other_first && awaited(track_, by)) return fmt::format(", as {}, which it awaited, was cancelled", other.name);
    const bool has_failed = other.outcome == Outcome::failed && other.finished && *other.finished <= at;
    if (has_failed) return fmt::format(", by {}, which had failed", other.name);
    const auto timeouts = timeouts_of(timeline_, by);
    const bool gave_up = std::any_of(timeouts.begin(), timeouts.end(), [&](const Timeout& timeout) {
      const auto given_up = awaited_tasks(timeline_, other.spans[timeout.span]);
      return timeout.at >= at && other.spans[timeout.span].begin <= at &&
             std::find(given_up.begin(), given_up.end(), id_) != given_up.end();
    });
    if (gave_up) return fmt::format(", by {}, whose time to wait for it was up", other.name);
    if (awaited(other, id_) && other.cancelled) {
      return fmt::format(", by {}, which awaited it and was cancelled itself", other.name);
    }
    return ", by " + other.name;
  }

  bool awaited(const TaskTrack& waiter, TaskId task) const {
    return std::any_of(waiter.spans.begin(), waiter.spans.end(), [&](const Span& span) {
      const auto tasks = awaited_tasks(timeline_, span);
      return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
    });
  }

  void write_deadlock() {
    const auto target = last_target(timeline_, id_);
    const std::string awaited = !target ? std::string("what never comes")
                                : target->object != ObjectId::none
                                    ? awaited_text(timeline_, target->object, timeline_.horizon())
                                    : ends_text(timeline_, {target->task});
    say(fmt::format("{} never ended: it waits for {}.", track_.name, awaited));
  }

  const Timeline& timeline_;
  TaskId id_;
  const TaskTrack& track_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::string_view name(TaskEnd end) {
  switch (end) {
    case TaskEnd::finished:
      return "finished";
    case TaskEnd::failed:
      return "failed";
    case TaskEnd::timed_out:
      return "timed out";
    case TaskEnd::cancelled:
      return "cancelled";
    case TaskEnd::deadlocked:
      return "deadlocked";
    case TaskEnd::not_started:
      break;
  }
  return "not started";
}

std::string_view explanation(TaskEnd end) {
  switch (end) {
    case TaskEnd::finished:
      return "The task did all its steps, or returned.";
    case TaskEnd::failed:
      return "Something went wrong in the task, or in one that it awaits, and it did not handle that.";
    case TaskEnd::timed_out:
      return "A wait for a lock, a queue or another task was not over in its time. Within a bar, the task handled that "
             "and went on.";
    case TaskEnd::cancelled:
      return "Another task asked it to end. Within a bar, that is when it was asked: it cleaned up after that, or its "
             "thread went on.";
    case TaskEnd::deadlocked:
      return "It waits for what nobody can ever give it.";
    case TaskEnd::not_started:
      break;
  }
  return "Nobody started the task, or no worker came to it.";
}

std::string end_reason(const Timeline& timeline, TaskId task) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  const auto end = end_of(track);
  if (end == TaskEnd::failed || end == TaskEnd::timed_out) return track.error.empty() ? "failed" : track.error;
  if (end != TaskEnd::cancelled) return "";
  const bool by_task = track.cancelled && track.cancelled->by != TaskId::none;
  return by_task ? "cancelled by " + timeline.tasks()[index(track.cancelled->by)].name : "cancelled";
}

std::vector<std::string> end_sentences(const Timeline& timeline, TaskId task) {
  return EndWriter(timeline, task).write();
}

std::string run_end_text(const Timeline& timeline) {
  if (!timeline.finished()) return "";
  const RunEnd& end = *timeline.end();
  const std::string at = time_text(end.time);
  switch (end.outcome) {
    case Outcome::deadlocked:
      return fmt::format("Deadlock at {}: {}.", at, end.error);
    case Outcome::failed:
      return fmt::format("The run failed: {}.", end.error);
    case Outcome::cancelled:
      return fmt::format("The run was stopped at {}.", at);
    case Outcome::finished:
    case Outcome::not_started:
      break;
  }
  return "";
}

std::string_view run_outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::finished:
      return "took";
    case Outcome::failed:
      return "failed after";
    case Outcome::cancelled:
      return "cancelled after";
    case Outcome::deadlocked:
      return "deadlocked at";
    case Outcome::not_started:
      break;
  }
  return "not started at";
}

std::string_view coming_outcome_text(Outcome outcome) {
  if (outcome == Outcome::deadlocked) return "deadlock at";
  return outcome == Outcome::failed ? "fail after" : "take";
}

}  // namespace interleave::gui
