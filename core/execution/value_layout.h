#pragma once

#include <cstddef>
#include <cstdint>

#include "core/execution/operand.h"
#include "core/execution/value.h"
#include "core/execution/values.h"

namespace interleave {

// Where what stands among the values of a task: its counters, then its arguments, then its own values, then of what
// kind each of these is.
struct ValueLayout {
  std::size_t counters = 0;   // nesting depth of loops that count
  std::size_t arguments = 0;  // that the code uses
  std::size_t owns = 0;

  std::size_t argument_at(std::size_t position) const { return counters + position; }
  std::size_t own_at(std::size_t position) const { return counters + arguments + position; }
  std::size_t kind_at(std::size_t position) const { return own_at(position) + owns; }  // of the task's own value
  std::size_t size() const { return counters + arguments + 2 * owns; }
};

inline Value::Kind kind_of_own(std::size_t position, const ValueLayout& layout, const Values& values) {
  return static_cast<Value::Kind>(values[layout.kind_at(position)]);
}

inline void give_own(std::size_t position, const ValueLayout& layout, Values& values, Value value) {
  values[layout.own_at(position)] = value.number;
  values[layout.kind_at(position)] = static_cast<std::int64_t>(value.kind);
}

// The number that an operand stands for.
inline std::int64_t value_of(const Operand& operand, const ValueLayout& layout, const Values& values) {
  if (operand.kind == Operand::Kind::literal) return operand.value;  // as most are
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
