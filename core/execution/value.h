#pragma once

#include <cstdint>

namespace interleave {

// A value that tasks hand on: a whole number; a text, by its number among the program's; or none.
struct Value {
  enum class Kind : std::uint8_t { number, text, none };
  Kind kind = Kind::none;
  std::int64_t number = 0;

  friend bool operator==(const Value&, const Value&) = default;
};

}  // namespace interleave
