#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/base/time.h"

namespace interleave {

// A number of the file: `text` is how it was written, since that is how it prints.
struct Number {
  std::string text;                     // "1.50"
  std::optional<Duration> duration;     // read as seconds, rounded to whole nanoseconds, where 0 <= it <= 86 400 s
  std::optional<std::int64_t> integer;  // where it is a whole number

  friend bool operator==(const Number&, const Number&) = default;
};

// The name of a parameter or of an index of an enclosing `repeat`: a string that is one placeholder, "{seconds}".
struct Placeholder {
  std::string name;

  friend bool operator==(const Placeholder&, const Placeholder&) = default;
};

// A quantity of a step: written as a number, or as a placeholder that is known to yield a fitting number for every task
// that runs the step.
using Quantity = std::variant<Number, Placeholder>;

// The name of something that tasks share: as it is, or as a placeholder for an argument that is known to be such a name
// for every task that runs the step.
using SharedName = std::variant<std::string, Placeholder>;

}  // namespace interleave
