#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/execution/code.h"
#include "core/execution/task_state.h"

// The way of a task through its instructions. Inline, since every step of every task goes through here: what it has to
// do then is not written down to be read again.
namespace interleave {

// A counter counts seconds.
inline Duration length_of(const Operand& operand, const Code& code, const Values& values) {
  const std::int64_t value = value_of(operand, code.layout, values);
  return operand.kind == Operand::Kind::counter ? Duration(std::chrono::seconds(value)) : Duration(value);
}

// Of an instruction that has one.
std::optional<Duration> timeout_of(const Instruction& instruction, const Code& code, const Values& values);

// What the task has to do where the instruction uses something that tasks share.
[[gnu::always_inline]] inline Operation use_of_shared(const Instruction& instruction, const Code& code,
                                                      TaskState& state) {
  ++state.at;
  Operation operation{
      .verb = instruction.verb,
      .step = instruction.step,
      .object = object_id(static_cast<std::size_t>(value_of(instruction.operand, code.layout, state.values))),
      .target = instruction.target};
  if (instruction.timeout != kNoTimeout) operation.timeout = timeout_of(instruction, code, state.values);
  if (instruction.counter == kNoFormula) return operation;
  const std::optional<std::int64_t> value = value_of(code.formulas[instruction.counter], code.layout, state.values);
  if (value) operation.value = *value;
  if (!value) operation.kind = Operation::Kind::fails;
  return operation;
}

// Takes one of the instructions that code which only counts and performs has not: what the task has to do, if it is
// anything.
Operation go_over(const Instruction& instruction, const Code& code, TaskState& state);

// Goes on to the next step that is performed. Of code that may go round for ever each pass of a loop and each value set
// counts as performed, so that somebody else can put an end to it.
[[gnu::always_inline]] inline Operation advance(const Code& code, TaskState& state) {
  Values& values = state.values;
  for (;;) {
    const Instruction& instruction = code.instructions[state.at];
    switch (instruction.op) {
      case Op::again:
        state.at = ++values[instruction.counter] < value_of(instruction.operand, code.layout, values)
                       ? instruction.target
                       : state.at + 1;
        if (code.may_go_on_for_ever) return {.verb = instruction.verb, .step = instruction.step};
        break;
      case Op::repeat:
        values[instruction.counter] = 0;
        state.at = value_of(instruction.operand, code.layout, values) > 0 ? state.at + 1 : instruction.target;
        break;
      case Op::jump:
        state.at = instruction.target;
        break;
      case Op::perform:
        if (instruction.timeout != kNoTimeout) return go_over(instruction, code, state);
        ++state.at;
        return {.verb = instruction.verb,
                .step = instruction.step,
                .length = length_of(instruction.operand, code, values),
                .target = instruction.target};
      case Op::perform_on_shared:
        return use_of_shared(instruction, code, state);
      case Op::end:
        return {.kind = Operation::Kind::none};
      default:
        if (const Operation operation = go_over(instruction, code, state)) return operation;
    }
  }
}

}  // namespace interleave
