#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/parts.h"

namespace interleave {

// What a step passes to a function, as it is checked once all functions are known.
struct PassedUse {
  // Where the value comes from: it stands there; a parameter of the function around the step; the index of a loop
  // around it; or a value of the task's own, of which nobody knows what it will be.
  enum class Source : std::uint8_t { literal, parameter, index, own };

  Field field;
  PassedValue value;
  Source source = Source::literal;
  std::size_t position = 0;  // of the parameter that it comes from
};

// A step that calls a function.
struct CallUse {
  Field field;                           // of the function's name
  std::optional<std::size_t> arguments;  // where they stand, if there are any
  std::vector<PassedUse> passed;
  bool is_broken = false;             // some argument could not be read
  std::size_t depth = 0;              // of the steps around it
  std::optional<std::size_t> caller;  // the function in which the step stands; none where a task has it
};

}  // namespace interleave
