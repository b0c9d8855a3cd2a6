#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <vector>

#include "core/explore/wording.h"
#include "core/predict/explored_answer.h"
#include "core/predict/predict.h"
#include "core/predict/run_answer.h"
#include "core/predict/written_name.h"
#include "core/run/simulate.h"
#include "core/timeline/span_kind.h"

namespace interleave {
namespace {

std::string at_text(Time at) { return decimal_text(seconds(at)) + " s"; }

// "a, b and c"
std::string listed(const std::vector<std::string>& parts) {
  if (parts.size() < 2) return parts.empty() ? "" : parts.front();
  const std::vector<std::string> before(parts.begin(), parts.end() - 1);
  return fmt::format("{} and {}", fmt::join(before, ", "), parts.back());
}

// When each of a few tasks came to something: "coffee at 1 s, cake at 3 s and food at 5 s"; empty where they are many.
std::string each_at(const Timeline& timeline, std::optional<Time> TaskTrack::*when) {
  constexpr std::size_t kMostTold = 6;
  std::vector<const TaskTrack*> tasks;
  for (const TaskTrack& task : timeline.tasks()) {
    if (task.*when) tasks.push_back(&task);
  }
  if (tasks.size() > kMostTold) return "";
  std::stable_sort(tasks.begin(), tasks.end(),
                   [&](const TaskTrack* one, const TaskTrack* other) { return *(one->*when) < *(other->*when); });
  std::vector<std::string> parts;
  for (const TaskTrack* task : tasks) parts.push_back(fmt::format("{} at {}", task->name, at_text(*(task->*when))));
  return listed(parts);
}

// Who holds up an event loop the longest, if somebody does.
std::string who_holds_the_loop(const Timeline& timeline) {
  if (!is_event_loop(traits(timeline.info().mode)) || timeline.workers().empty()) return "";
  const Span* longest = nullptr;
  for (const Span& span : timeline.workers().front().spans) {
    const bool is_longer = longest == nullptr || span.end - span.begin > longest->end - longest->begin;
    if (holds_worker(kind_of(span)) && is_longer) longest = &span;
  }
  if (longest == nullptr || timeline.tasks().size() < 2) return "";
  return fmt::format(" From {} to {} {} holds the event loop, and nobody else has a turn.", at_text(longest->begin),
                     at_text(longest->end), timeline.tasks()[index(longest->task)].name);
}

// How long the task could have gone on and had no turn or worker.
std::string how_long_it_waited(const TaskTrack& task) {
  Duration queued{0};
  Duration ready{0};
  for (const Span& span : task.spans) {
    if (span.state == State::queued) queued += span.end - span.begin;
    if (span.state == State::ready) ready += span.end - span.begin;
  }
  std::string text;
  if (queued > Duration{0}) text += fmt::format(" It is queued for {} s.", decimal_text(seconds(queued)));
  if (ready > Duration{0}) text += fmt::format(" It is ready, without a turn, for {} s.", decimal_text(seconds(ready)));
  return text;
}

std::string told_of_task(const Timeline& timeline, const Question& question, const std::string& right) {
  const auto found = find_task(timeline, question.task);
  if (!found) return "";
  const TaskTrack& task = timeline.tasks()[index(found.value())];
  if (question.kind == QuestionKind::state) {
    return fmt::format("At {} s {} is {}.", decimal_text(question.at), task.name, right);
  }
  if (!task.started || !task.finished) return "";
  const std::string from_to =
      fmt::format("{} begins at {} and ends at {}.", task.name, at_text(*task.started), at_text(*task.finished));
  return from_to + how_long_it_waited(task) + who_holds_the_loop(timeline);
}

std::string told_of_line(const Timeline& timeline, const Question& question) {
  const OutputLine& line = timeline.output()[question.line - 1];
  return fmt::format("Line {} is \"{}\", which {} prints at {}.", question.line, without_blanks(line.text),
                     timeline.tasks()[index(line.task)].name, at_text(line.time));
}

std::string told_of_run(const Question& question, const Asked& asked, const std::string& right) {
  const auto timeline = simulate(asked.scenario, asked.settings);
  const auto ends = [&] {
    const std::string each = each_at(*timeline, &TaskTrack::finished);
    return each.empty() ? "" : fmt::format(" They end: {}.", each);
  };
  switch (question.kind) {
    case QuestionKind::makespan:
      return fmt::format("It takes {}.{}{}", right, ends(), who_holds_the_loop(*timeline));
    case QuestionKind::order:
      return fmt::format("The order is {}.{}", right, ends());
    case QuestionKind::order_of_starts: {
      const std::string each = each_at(*timeline, &TaskTrack::started);
      return fmt::format("The order is {}.{}", right, each.empty() ? "" : fmt::format(" They begin: {}.", each));
    }
    case QuestionKind::line:
      return told_of_line(*timeline, question);
    case QuestionKind::threads: {
      constexpr std::size_t kMostTold = 8;
      std::vector<std::string> names;
      for (const WorkerTrack& worker : timeline->workers()) names.push_back(worker.name);
      const bool is_short = names.size() <= kMostTold;
      return is_short ? fmt::format("There {} {}: {}.", right == "1" ? "is" : "are", right, listed(names))
                      : fmt::format("There are {}.", right);
    }
    case QuestionKind::point_longest:
      return fmt::format("{} lasts longest.", right);
    case QuestionKind::point_last:
      return fmt::format("{} ends last.{}", right, ends());
    default:
      return told_of_task(*timeline, question, right);
  }
}

std::string told_of_interleavings(const Question& question, const Asked& asked, const std::string& right) {
  if (question.kind == QuestionKind::shared) return fmt::format("{} is {} at the end, always.", question.object, right);
  if (question.kind == QuestionKind::point) return fmt::format("It is the bar of {}.", right);
  if (question.kind == QuestionKind::interleavings) return fmt::format("There are {} of them.", right);
  const auto found = explore_all(asked);
  if (!found) return "";
  if (question.kind == QuestionKind::losing) {
    return fmt::format("It goes wrong in {} of {}.", right, interleavings_text(*found.value()));
  }
  constexpr std::size_t kMostTold = 4;
  std::string text = fmt::format("There {} {}", right == "1" ? "is" : "are", right);
  const auto& outcomes = found.value()->outcomes;
  for (std::size_t i = 0; outcomes.size() <= kMostTold && i < outcomes.size(); ++i) {
    text +=
        fmt::format("{}{}", i == 0 ? ": " : "; ", result_text(outcomes[i].result, asked.scenario, asked.settings.mode));
  }
  return text + ".";
}

// The first model that says the same.
std::optional<WrongModel> agrees_with(const Question& question, const Answer& committed, const Answer& right,
                                      const Asked& asked) {
  for (const ModelTraits& row : kModelTraits) {
    if (!answers(row.model, question.kind)) continue;
    const Answered answer = answer_of(row.model, question, asked);
    if (answer && !coincide(answer.value(), right) && is_right(committed, answer.value())) return row.model;
  }
  return std::nullopt;
}

}  // namespace

std::string what_it_was(const Question& question, const Answer& committed, const Asked& asked) {
  const Answered right = right_answer(question, asked);
  if (!right) return "";
  const std::string right_text = answer_text(question, right.value());
  const std::string said = answer_text(question, committed);
  std::string text;
  if (is_right(committed, right.value())) {
    text = fmt::format("You said {}, which is right.", said);
  } else if (const auto model = agrees_with(question, committed, right.value(), asked)) {
    text = fmt::format("You said {}: {}.", said, traits(*model).belief);
  } else {
    text = fmt::format("You said {}.", said);
  }
  const std::string told = traits(question.kind).is_of_run ? told_of_run(question, asked, right_text)
                                                           : told_of_interleavings(question, asked, right_text);
  return told.empty() ? text : fmt::format("{} {}", text, told);
}

}  // namespace interleave
