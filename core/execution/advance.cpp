#include "core/execution/advance.h"

#include <optional>

namespace interleave {
namespace {

std::optional<Value> truth_of(const Formula& formula, const Code& code, const Values& values) {
  const auto number = value_of(formula, code.layout, values);
  return number ? std::optional(Value{Value::Kind::number, *number}) : std::nullopt;
}

// The task goes on behind the step all the same, to where it is cleaned up.
Operation failed(Operation operation, TaskState& state) {
  ++state.at;
  operation.kind = Operation::Kind::fails;
  return operation;
}

}  // namespace

std::optional<Duration> timeout_of(const Instruction& instruction, const Code& code, const Values& values) {
  return length_of(code.timeouts[instruction.timeout], code, values);
}

Operation go_over(const Instruction& instruction, const Code& code, TaskState& state) {
  Values& values = state.values;
  constexpr Operation nothing{.kind = Operation::Kind::none};
  Operation operation{.verb = instruction.verb, .step = instruction.step};
  switch (instruction.op) {
    case Op::assign:
    case Op::pass_unless: {
      const Formula& formula = code.formulas[instruction.counter];
      const bool assigns = instruction.op == Op::assign;
      const auto value = assigns ? any_value_of(formula, code.layout, values) : truth_of(formula, code, values);
      if (!value) return failed(operation, state);
      if (assigns) give_own(instruction.target, code.layout, values, *value);
      if (code.reads_shared) {
        const std::size_t slot = assigns ? instruction.target : code.layout.owns + instruction.decisions;
        state.past->origins[slot] = origins_of(formula, state);
      }
      state.at = assigns || value->number != 0 ? state.at + 1 : instruction.target;
      return code.may_go_on_for_ever ? operation : nothing;
    }
    case Op::give_back: {
      const auto value = any_value_of(code.formulas[instruction.counter], code.layout, values);
      if (!value) return failed(operation, state);
      ++state.at;
      operation.result = *value;
      return operation;
    }
    case Op::begin_each:
      ++state.at;
      operation.target = instruction.target;
      operation.slot = instruction.counter;
      values[static_cast<std::size_t>(instruction.operand.value)] = 0;
      return operation;
    case Op::next_of_each: {
      const std::int64_t taken = values[instruction.counter];
      const bool is_done = taken == static_cast<std::int64_t>(code.awaited[instruction.target].tasks.size());
      state.at = is_done ? static_cast<std::uint32_t>(instruction.operand.value) : state.at + 1;
      if (is_done) return nothing;
      operation.kind = Operation::Kind::takes_next;
      operation.target = instruction.target;
      operation.value = taken;
      operation.slot = code.instructions[state.at - 2].counter;
      return operation;
    }
    case Op::begin_clean_up:
      state.past->clean_ups[instruction.counter] = {};
      ++state.at;
      return nothing;
    case Op::end_clean_up:
      ++state.at;
      if (state.past->clean_ups[instruction.counter].reason == Unwinding::Reason::none) return nothing;
      operation.kind = Operation::Kind::unwinds;
      operation.target = instruction.counter;
      return operation;
    case Op::perform:  // that has a timeout
      ++state.at;
      operation.length = length_of(instruction.operand, code, values);
      operation.target = instruction.target;
      operation.timeout = timeout_of(instruction, code, values);
      return operation;
    case Op::perform_on_shared:
    case Op::repeat:
    case Op::again:
    case Op::jump:
    case Op::end:
      break;
  }
  return nothing;
}

}  // namespace interleave
