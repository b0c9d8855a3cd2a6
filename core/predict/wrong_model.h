#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/predict/question.h"

namespace interleave {

// What somebody believes who answers wrongly. What they would answer is computed by what they believe.
enum class WrongModel : std::uint8_t {
  sequential,
  not_blocked,
  started_when_submitted,
  dealt,
  parallel,
  shared_out,
  last,
  longest,
  listed,
  shortest,
  tasks,
  cores,
  all,
  none,
};

// For which forms of questions a model has an answer.
struct ModelUse {
  bool seconds = false;  // starts, ends, length; and makespan
  bool order = false;
  bool state = false;
  bool line = false;
  bool threads = false;
  bool losing = false;
};

struct ModelTraits {
  WrongModel model;
  std::string_view name;    // in lessons
  std::string_view belief;  // behind "You said 9 s: "
  ModelUse use;
};

inline constexpr std::array kModelTraits = {
    ModelTraits{WrongModel::sequential,
                "sequential",
                "that is one after another",
                {.seconds = true, .order = true, .state = true, .line = true}},
    ModelTraits{WrongModel::not_blocked,
                "not-blocked",
                "it would be so if every block were a wait that lets others go on",
                {.seconds = true, .order = true, .state = true, .line = true}},
    ModelTraits{WrongModel::started_when_submitted,
                "started-when-submitted",
                "it would be so if each task began at the moment at which it is submitted",
                {.seconds = true, .order = true, .state = true}},
    ModelTraits{WrongModel::dealt,
                "dealt",
                "it would be so if the tasks were dealt out to the workers beforehand, like cards",
                {.seconds = true, .order = true}},
    ModelTraits{WrongModel::parallel,
                "parallel",
                "it would be so if all went on at the same time, and nobody held up anybody",
                {.seconds = true, .order = true, .state = true}},
    ModelTraits{WrongModel::shared_out,
                "shared-out",
                "that is the time one after another, divided by how many share it",
                {.seconds = true}},
    ModelTraits{WrongModel::longest, "longest", "that is how long the longest task takes by itself", {.seconds = true}},
    ModelTraits{
        WrongModel::last, "last", "that is how long the last task of the list takes by itself", {.seconds = true}},
    ModelTraits{WrongModel::listed,
                "listed",
                "that is how it stands in the list, each task run to its end",
                {.order = true, .line = true}},
    ModelTraits{WrongModel::shortest, "shortest", "that is the shortest one first", {.order = true}},
    ModelTraits{WrongModel::tasks, "tasks", "that is one for each task", {.threads = true}},
    ModelTraits{WrongModel::cores, "cores", "that is one for each core", {.threads = true}},
    ModelTraits{WrongModel::all, "all", "that is all of them", {.losing = true}},
    ModelTraits{WrongModel::none, "none", "that is none of them", {.losing = true}},
};

const ModelTraits& traits(WrongModel model);
std::optional<WrongModel> model_named(std::string_view name);

// Whether it says anything about such a question.
bool answers(WrongModel model, QuestionKind kind);

// A key in a lesson: what is explained behind it. Without a value it is the right answer.
struct RightKey {
  friend bool operator==(RightKey, RightKey) = default;
};
using AnswerKey = std::variant<RightKey, WrongModel, Answer>;

// "right", the name of a model that says something about that question, or a value as read_answer() takes it.
Result<AnswerKey, NoAnswer> read_answer_key(const Question& question, std::string_view text);

}  // namespace interleave
