#include "core/predict/run_answer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <tuple>
#include <vector>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/predict/written_name.h"
#include "core/run/stopped_by_limit.h"
#include "core/scenario/verbs.h"
#include "core/timeline/ends.h"
#include "core/timeline/moment.h"

namespace interleave {
namespace {

constexpr std::size_t kNoTurn = std::numeric_limits<std::size_t>::max();

// When something happened to a task; turns of one worker follow each other also at one moment.
struct Happened {
  Time at{};
  std::size_t turn = kNoTurn;
  std::size_t task = 0;
};

std::string moment_text(Time at) { return decimal_text(seconds(at)) + " s"; }

// In the order in which they happened, by that word for it; or which two of them have none.
Answered order_of(std::string_view what, const Timeline& timeline, std::vector<Happened> all, Ties ties) {
  if (all.empty()) return NoAnswer{"no task comes so far in this run"};
  std::stable_sort(all.begin(), all.end(), [](const Happened& one, const Happened& other) {
    return std::tie(one.at, one.turn) < std::tie(other.at, other.turn);
  });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool tied = i > 0 && all[i].at == all[i - 1].at && all[i].turn == all[i - 1].turn;
    if (tied && ties == Ties::refused) {
      return NoAnswer{fmt::format("{} and {} both {} at {}, so that there is no order; change a duration", names.back(),
                                  timeline.tasks()[all[i].task].name, what, moment_text(all[i].at))};
    }
    names.push_back(timeline.tasks()[all[i].task].name);
  }
  return Answer(std::move(names));
}

Answered order_of_ends(const Timeline& timeline, Ties ties) {
  std::vector<Happened> ends;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    if (const auto end = timeline.tasks()[i].finished) ends.push_back({*end, kNoTurn, i});
  }
  return order_of("end", timeline, std::move(ends), ties);
}

Answered order_of_starts(const Timeline& timeline, Ties ties) {
  std::vector<std::size_t> turns(timeline.tasks().size(), kNoTurn);
  if (traits(timeline.info().mode).one_worker && !timeline.workers().empty()) {
    const auto& of_worker = timeline.workers().front().turns;
    for (std::size_t i = of_worker.size(); i-- > 0;) turns[index(of_worker[i].task)] = i;
  }
  std::vector<Happened> starts;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    if (const auto start = timeline.tasks()[i].started) starts.push_back({*start, turns[i], i});
  }
  return order_of("begin", timeline, std::move(starts), ties);
}

std::string_view state_of(const Timeline& timeline, TaskId task, double at) {
  constexpr double kNanoseconds = 1e9;
  const Moment moment(timeline, Time(Duration(static_cast<std::int64_t>(std::llround(at * kNanoseconds)))));
  const Position position = moment.position(task);
  switch (position.kind) {
    case Position::Kind::not_submitted:
      return "not-begun";
    case Position::Kind::between_steps:
      return "running";
    case Position::Kind::in_span:
      break;
    case Position::Kind::ended:
      switch (end_of(timeline.tasks()[index(task)]).value_or(TaskEnd::finished)) {
        case TaskEnd::finished:
          return "finished";
        case TaskEnd::failed:
          return "failed";
        case TaskEnd::timed_out:
          return "timed-out";
        case TaskEnd::cancelled:
          return "cancelled";
        case TaskEnd::deadlocked:
          return "deadlocked";
        case TaskEnd::not_started:
          return "not-begun";
      }
  }
  const Span& span = *position.span;
  if (span.state == State::queued) return "queued";
  if (span.state == State::ready) return "ready";
  if (span.state == State::running) return "running";
  const auto& steps = timeline.info().steps;
  const bool blocks = index(span.step) < steps.size() && steps[index(span.step)].word == name(Verb::block);
  return blocks ? "blocked" : "waiting";
}

Answered line_of(const Timeline& timeline, std::size_t number, Ties ties) {
  const auto output = timeline.output();
  if (number > output.size()) {
    return NoAnswer{
        fmt::format("the run prints {} line{}; ask for one of them", output.size(), output.size() == 1 ? "" : "s")};
  }
  const OutputLine& line = output[number - 1];
  const bool undecided = std::any_of(output.begin(), output.end(), [&](const OutputLine& other) {
    return other.time == line.time && other.task != line.task && other.text != line.text;
  });
  const bool is_of_one = traits(timeline.info().mode).one_worker;
  if (undecided && !is_of_one && ties == Ties::refused) {
    return NoAnswer{
        fmt::format("several tasks print at {}, and nothing decides which of them comes first; ask for "
                    "another line, or in another mode",
                    moment_text(line.time))};
  }
  return Answer(std::string(without_blanks(line.text)));
}

// The task for which that is the most; refused where there are several.
Answered task_with_most(const Timeline& timeline, Duration (*measure)(const TaskTrack&), Ties ties) {
  const TaskTrack* most = nullptr;
  bool tied = false;
  for (const TaskTrack& task : timeline.tasks()) {
    if (!task.started || !task.finished) continue;
    tied = most != nullptr && (measure(task) == measure(*most) || (tied && measure(task) < measure(*most)));
    if (most == nullptr || measure(task) > measure(*most)) most = &task;
  }
  if (most == nullptr) return NoAnswer{"no task comes to its end in this run"};
  if (tied && ties == Ties::refused) {
    return NoAnswer{fmt::format("{} is not alone in that; change a duration", most->name)};
  }
  return Answer(most->name);
}

Duration length_of(const TaskTrack& task) { return *task.finished - *task.started; }

Answered of_task(const Timeline& timeline, const Question& question) {
  const auto found = find_task(timeline, question.task);
  if (!found) return found.error();
  const TaskTrack& task = timeline.tasks()[index(found.value())];
  if (question.kind == QuestionKind::state) {
    return Answer(std::string(state_of(timeline, found.value(), question.at)));
  }
  if (!task.started) return NoAnswer{fmt::format("{} never begins in this run", task.name)};
  if (question.kind == QuestionKind::starts) return Answer(seconds(*task.started));
  if (!task.finished) return NoAnswer{fmt::format("{} never ends in this run", task.name)};
  return Answer(question.kind == QuestionKind::ends ? seconds(*task.finished) : seconds(length_of(task)));
}

}  // namespace

Result<TaskId, NoAnswer> find_task(const Timeline& timeline, const std::string& name) {
  const auto tasks = timeline.tasks();
  const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const TaskTrack& task) { return task.name == name; });
  if (found != tasks.end()) return task_id(static_cast<std::size_t>(found - tasks.begin()));
  constexpr std::size_t kMostNamed = 8;
  std::vector<std::string> names;
  for (const TaskTrack& task : tasks) names.push_back(task.name);
  const auto meant = nearest_name(name, names);
  if (names.size() > kMostNamed) names.resize(kMostNamed);
  return NoAnswer{fmt::format(
      "there is no task {}; {}", in_quotes(name),
      meant ? fmt::format("did you mean {}?", *meant) : fmt::format("there are {}", fmt::join(names, ", ")))};
}

Answered answer_in(const Timeline& timeline, const Question& question, Ties ties) {
  if (const TaskTrack* const endless = stopped_by_limit(timeline)) {
    return NoAnswer{fmt::format("{} goes on for ever in this run; let its loop end", endless->name)};
  }
  const bool is_deadlocked = timeline.end() && timeline.end()->outcome == Outcome::deadlocked;
  const std::string end_text = timeline.end() ? moment_text(timeline.end()->time) : "";
  switch (question.kind) {
    case QuestionKind::makespan:
      if (is_deadlocked) return NoAnswer{fmt::format("the run deadlocks at {}, and takes for ever", end_text)};
      return Answer(seconds(timeline.end()->time));
    case QuestionKind::starts:
    case QuestionKind::ends:
    case QuestionKind::length:
    case QuestionKind::state:
      return of_task(timeline, question);
    case QuestionKind::order:
      if (is_deadlocked) {
        return NoAnswer{fmt::format("the run deadlocks at {}, and not all tasks end; ask for order start", end_text)};
      }
      return order_of_ends(timeline, ties);
    case QuestionKind::order_of_starts:
      return order_of_starts(timeline, ties);
    case QuestionKind::line:
      return line_of(timeline, question.line, ties);
    case QuestionKind::threads:
      return Answer(static_cast<std::int64_t>(timeline.workers().size()));
    case QuestionKind::point_longest:
      return task_with_most(timeline, length_of, ties);
    case QuestionKind::point_last:
      return task_with_most(
          timeline, [](const TaskTrack& task) { return task.finished->time_since_epoch(); }, ties);
    default:
      return NoAnswer{fmt::format("no run answers {}", traits(question.kind).form)};
  }
}

}  // namespace interleave
