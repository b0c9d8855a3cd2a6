#pragma once

#include <cstddef>
#include <cstdint>

#include "core/execution/operand.h"
#include "core/execution/values.h"

namespace interleave {

// Where what stands among the values of a task: its counters, then its arguments, then its own values.
struct ValueLayout {
  std::size_t counters = 0;   // nesting depth of loops that count
  std::size_t arguments = 0;  // that the code uses
  std::size_t owns = 0;

  std::size_t argument_at(std::size_t position) const { return counters + position; }
  std::size_t own_at(std::size_t position) const { return counters + arguments + position; }
  std::size_t size() const { return counters + arguments + owns; }
};

// The number that an operand stands for.
inline std::int64_t value_of(const Operand& operand, const ValueLayout& layout, const Values& values) {
  const auto position = static_cast<std::size_t>(operand.value);
  switch (operand.kind) {
    case Operand::Kind::literal:
      break;
    case Operand::Kind::counter:
      return values[position];
    case Operand::Kind::argument:
      return values[layout.argument_at(position)];
    case Operand::Kind::own:
      return values[layout.own_at(position)];
  }
  return operand.value;
}

}  // namespace interleave
