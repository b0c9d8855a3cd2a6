#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/scenario/expression.h"
#include "core/scenario/quantity.h"

// What a step is made of: the kinds of values that can stand at its keys.
namespace interleave {

struct Step;

// What a step passes to a parameter of the function that it calls: a text, which is final; a number; or what the name
// of a parameter, of an index or of a value of the task's own stands for where the step is.
using PassedValue = std::variant<std::string, Number, Placeholder>;

struct PassedArgument {
  std::string parameter;
  PassedValue value;

  friend bool operator==(const PassedArgument&, const PassedArgument&) = default;
};

// Which of the things that tasks share a step is about.
enum class SharedUse : std::uint8_t { variable, lock, queue };

// Names as the file has them: one alone, or a list of them.
struct OneOrMore {
  std::vector<std::string> names;
  bool is_list = false;

  friend bool operator==(const OneOrMore&, const OneOrMore&) = default;
};

// What can stand at a key of a step.
namespace part {

// A text as written, with {placeholders}, {{ and }}. `meaning` is for messages.
struct Text {
  using Value = std::string;
  std::string_view key;
  std::string_view meaning;
};

// A duration that the step takes.
struct Seconds {
  using Value = Quantity;
  std::string_view key;
};

// A whole number, 0 or more.
struct Count {
  using Value = Quantity;
  std::string_view key;
};

// A name for the number of the pass, known in the bodies of the step. Empty where the file leaves it out.
struct Index {
  using Value = std::string;
  std::string_view key;
};

// A name for a value of the task's own, which it has from behind the step on; or from its bodies on already.
struct Own {
  using Value = std::string;
  std::string_view key;
  bool is_for_body = false;
};

// Names for values that the task gets, one for each of the step's tasks. May be left out.
struct Owns {
  using Value = OneOrMore;
  std::string_view key;
};

// The name of another task.
struct OtherTask {
  using Value = std::string;
  std::string_view key;
};

// The names of one or more other tasks, none twice.
struct OtherTasks {
  using Value = OneOrMore;
  std::string_view key;
  bool is_always_list = false;
};

// How long the step waits at most. May be left out.
struct Timeout {
  using Value = std::optional<Quantity>;
  std::string_view key;
};

// A number that is made of the task's own values.
struct Made {
  using Value = Expression;
  std::string_view key;
};

// What is true or false of the task's own values.
struct Condition {
  using Value = Expression;
  std::string_view key;
};

// What tasks share, by its name. A lock may be a semaphore.
struct Shared {
  using Value = SharedName;
  std::string_view key;
  SharedUse use;
};

// The name of a function of the file.
struct Callee {
  using Value = std::string;
  std::string_view key;
};

// What the function is given, one argument for each of its parameters. Left out where it has none.
struct Arguments {
  using Value = std::vector<PassedArgument>;
  std::string_view key;
};

// Whether something is so; false where the file leaves it out.
struct Flag {
  using Value = bool;
  std::string_view key;
};

// Steps within the step. `meaning` is for messages.
struct Body {
  using Value = std::vector<Step>;
  std::string_view key;
  std::string_view meaning;
  bool may_be_missing = false;
};

// Steps within the step where the file has them: none are something else than no steps.
struct OptionalBody {
  using Value = std::optional<std::vector<Step>>;
  std::string_view key;
  std::string_view meaning;
};

}  // namespace part

}  // namespace interleave
