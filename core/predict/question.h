#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

// Questions about a run that is not shown yet, whose right answers the engine knows.
namespace interleave {

enum class QuestionKind : std::uint8_t {
  makespan,
  starts,
  ends,
  length,
  order,
  order_of_starts,
  state,
  line,
  threads,
  shared,
  outcomes,
  interleavings,
  losing,
  point,
  point_longest,
  point_last,
  choice,  // whoever asks knows the answer
};

// What an answer is.
enum class AnswerForm : std::uint8_t { seconds, count, order, state, line, task, option };

// All that is known of a kind of question without answering one.
struct QuestionTraits {
  QuestionKind kind;
  std::string_view word;  // its name, which it begins with when it is written
  std::string_view form;  // how it is written
  AnswerForm answer;
  bool is_of_run;  // answered by one run; else by all interleavings, or not by the engine
};

inline constexpr std::array kQuestionTraits = {
    QuestionTraits{QuestionKind::makespan, "makespan", "makespan", AnswerForm::seconds, true},
    QuestionTraits{QuestionKind::starts, "starts", "starts TASK", AnswerForm::seconds, true},
    QuestionTraits{QuestionKind::ends, "ends", "ends TASK", AnswerForm::seconds, true},
    QuestionTraits{QuestionKind::length, "length", "length TASK", AnswerForm::seconds, true},
    QuestionTraits{QuestionKind::order, "order", "order", AnswerForm::order, true},
    QuestionTraits{QuestionKind::order_of_starts, "order", "order start", AnswerForm::order, true},
    QuestionTraits{QuestionKind::state, "state", "state TASK at SECONDS", AnswerForm::state, true},
    QuestionTraits{QuestionKind::line, "line", "line NUMBER", AnswerForm::line, true},
    QuestionTraits{QuestionKind::threads, "threads", "threads", AnswerForm::count, true},
    QuestionTraits{QuestionKind::shared, "shared", "shared VARIABLE", AnswerForm::count, false},
    QuestionTraits{QuestionKind::outcomes, "outcomes", "outcomes", AnswerForm::count, false},
    QuestionTraits{QuestionKind::interleavings, "interleavings", "interleavings", AnswerForm::count, false},
    QuestionTraits{QuestionKind::losing, "losing", "losing", AnswerForm::count, false},
    QuestionTraits{QuestionKind::point, "point", "point TASK", AnswerForm::task, false},
    QuestionTraits{QuestionKind::point_longest, "point", "point longest", AnswerForm::task, true},
    QuestionTraits{QuestionKind::point_last, "point", "point last", AnswerForm::task, true},
    QuestionTraits{QuestionKind::choice, "choice", "choice", AnswerForm::option, false},
};

constexpr const QuestionTraits& traits(QuestionKind kind) { return kQuestionTraits[static_cast<std::size_t>(kind)]; }
static_assert([] {
  for (std::size_t i = 0; i < kQuestionTraits.size(); ++i) {
    if (static_cast<std::size_t>(kQuestionTraits[i].kind) != i) return false;
  }
  return true;
}());

// What is asked.
struct Question {
  QuestionKind kind = QuestionKind::makespan;
  std::string task = {};    // of starts, ends, length, state and point
  double at = 0;            // seconds: of state
  std::size_t line = 1;     // of the console, from 1
  std::string object = {};  // the variable: of shared

  friend bool operator==(const Question&, const Question&) = default;
};

// Seconds; a count or a value; tasks in an order; a state, a line or a task.
using Answer = std::variant<double, std::int64_t, std::vector<std::string>, std::string>;

// Why there is no answer, and what to do about it: a sentence without its full stop.
struct NoAnswer {
  std::string why;
};
using Answered = Result<Answer, NoAnswer>;

class Explorations;

// What it is asked about. Refers to the scenario, and to what other questions have explored; null: nobody keeps that.
struct Asked {
  const Scenario& scenario;
  RunSettings settings;
  Explorations* explorations = nullptr;
};

// The states in which a task can be, as answers have them.
inline constexpr std::array<std::string_view, 11> kTaskStates = {"not-begun", "queued",    "ready",     "running",
                                                                 "waiting",   "blocked",   "finished",  "failed",
                                                                 "cancelled", "timed-out", "deadlocked"};

}  // namespace interleave
