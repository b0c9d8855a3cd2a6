#pragma once

#include <cstdint>

namespace interleave {

// A number of an instruction: given, or found among the task's values.
struct Operand {
  enum class Kind : std::uint8_t { literal, argument, counter, own };
  Kind kind = Kind::literal;
  // The number (durations in ns), or the position in Code::arguments, of the counter, or of the task's own value.
  std::int64_t value = 0;
};

}  // namespace interleave
