#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/base/time.h"

// A scenario as plain data: what its file says, checked, with nothing resolved. The loader guarantees what the
// comments promise; the rest of the program relies on it.
namespace interleave {

// Where a part of a scenario stands in its file. It is no part of what the scenario says: all places are equal.
struct Place : SourcePosition {
  Place& operator=(const SourcePosition& position) {
    SourcePosition::operator=(position);
    return *this;
  }
  friend bool operator==(const Place&, const Place&) { return true; }
};

// A number of the file: `text` is how it was written, since that is how it prints.
struct Number {
  std::string text;                     // "1.50"
  std::optional<Duration> duration;     // read as seconds, where 0 <= it <= 86 400 s and it is whole nanoseconds
  std::optional<std::int64_t> integer;  // where it is a whole number

  friend bool operator==(const Number&, const Number&) = default;
};

// What an argument gives to a parameter. A string is final: {task} and doubled braces have been replaced, and braces
// that are left in it are just braces.
using Argument = std::variant<std::string, Number>;

// The name of a parameter or of an index of an enclosing `repeat`: a string that is one placeholder, "{seconds}".
struct Placeholder {
  std::string name;

  friend bool operator==(const Placeholder&, const Placeholder&) = default;
};

// A quantity of a step: written as a number, or as a placeholder that is known to yield a fitting number for every task
// that runs the step.
using Quantity = std::variant<Number, Placeholder>;

enum class Verb : std::uint8_t { print, sleep, block, compute, repeat };

// The verb's key in files.
constexpr std::string_view name(Verb verb) {
  constexpr std::array<std::string_view, 5> names = {"print", "sleep", "block", "compute", "repeat"};
  return names[static_cast<std::size_t>(verb)];
}

struct Step {
  Verb verb = Verb::print;
  StepId id = StepId::none;
  Place position;           // of the step's opening brace
  std::string text;         // print: the template as written, with {placeholders}, {{ and }}
  Quantity amount;          // sleep, block, compute: seconds; repeat: how often
  std::string index;        // repeat: name of the counter, or empty
  std::vector<Step> steps;  // repeat: its body

  friend bool operator==(const Step&, const Step&) = default;
};

struct Function {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<Step> steps;
  Place position;

  friend bool operator==(const Function&, const Function&) = default;
};

// A task runs either a function of the scenario with one argument for each of its parameters, or steps of its own.
struct Task {
  std::string name;
  std::optional<std::size_t> function;  // position in Scenario::functions
  std::vector<Argument> arguments;      // in the order of the function's parameters
  std::vector<Step> steps;              // where there is no function
  Duration after{0};                    // when it is submitted
  Place position;

  // How the file writes those arguments that name {task}, each at its parameter's position; the others are empty here,
  // and where no argument does, there are none at all.
  std::vector<std::string> templates;

  friend bool operator==(const Task&, const Task&) = default;
};

struct Machine {
  int cores = 4;                                       // 1 .. 1024
  Duration time_slice = std::chrono::milliseconds(5);  // 1 ms .. 1 s

  friend bool operator==(const Machine&, const Machine&) = default;
};

inline constexpr int kMostWorkers = 1024;

struct Scenario {
  std::string title;
  std::string summary;
  std::vector<Function> functions;
  std::vector<Task> tasks;  // at least one, in the order of the file; names differ
  Mode mode = Mode::sequential;
  int max_workers = 2;  // 1 .. kMostWorkers
  Machine machine;

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

}  // namespace interleave
