#include "core/execution/task_state.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

namespace interleave {
namespace {

// A counter counts seconds.
Duration length_of(const Operand& operand, const Code& code, const Values& values) {
  const std::int64_t value = value_of(operand, code.layout, values);
  return operand.kind == Operand::Kind::counter ? Duration(std::chrono::seconds(value)) : Duration(value);
}

// The task goes on behind the step all the same, to where it is cleaned up.
Operation failed(Operation operation, TaskState& state) {
  ++state.at;
  operation.kind = Operation::Kind::fails;
  return operation;
}

}  // namespace

std::optional<Operation> advance(const Code& code, TaskState& state) {
  Values& values = state.values;
  for (;;) {
    const Instruction& instruction = code.instructions[state.at];
    Operation operation{.verb = instruction.verb, .step = instruction.step};
    switch (instruction.op) {
      case Op::again:
        state.at = ++values[instruction.counter] < value_of(instruction.operand, code.layout, values)
                       ? instruction.target
                       : state.at + 1;
        if (code.may_go_on_for_ever) return operation;
        break;
      case Op::repeat:
        values[instruction.counter] = 0;
        state.at = value_of(instruction.operand, code.layout, values) > 0 ? state.at + 1 : instruction.target;
        break;
      case Op::jump:
        state.at = instruction.target;
        break;
      case Op::assign:
      case Op::pass_unless: {
        const auto value = value_of(code.formulas[instruction.counter], code.layout, values);
        if (!value) return failed(operation, state);
        const bool assigns = instruction.op == Op::assign;
        if (assigns) values[code.layout.own_at(instruction.target)] = *value;
        state.at = assigns || *value != 0 ? state.at + 1 : instruction.target;
        if (code.may_go_on_for_ever) return operation;
        break;
      }
      case Op::begin_clean_up:
        state.clean_ups[instruction.counter] = {};
        ++state.at;
        break;
      case Op::end_clean_up:
        ++state.at;
        if (state.clean_ups[instruction.counter].reason == Unwinding::Reason::none) break;
        operation.kind = Operation::Kind::unwinds;
        operation.target = instruction.counter;
        return operation;
      case Op::end:
        return std::nullopt;
      case Op::perform:
        ++state.at;
        operation.length = length_of(instruction.operand, code, values);
        operation.target = instruction.target;
        return operation;
      case Op::perform_on_shared:
        if (instruction.counter != kNoFormula) {
          const auto value = value_of(code.formulas[instruction.counter], code.layout, values);
          if (!value) return failed(operation, state);
          operation.value = *value;
        }
        ++state.at;
        operation.object = object_id(static_cast<std::size_t>(value_of(instruction.operand, code.layout, values)));
        operation.target = instruction.target;
        return operation;
    }
  }
}

std::string failure_of(const Code& code, const TaskState& state) {
  return problem_of(code.formulas[code.instructions[state.at - 1].counter], code.layout, state.values);
}

bool unwind(const Code& code, TaskState& state, Unwinding why) {
  const std::uint32_t left = state.at - 1;
  const auto around = std::find_if(code.guarded.begin(), code.guarded.end(), [&](const GuardedRegion& region) {
    return region.begin <= left && left < region.end;
  });
  if (around == code.guarded.end()) return false;
  state.clean_ups[around->depth] = std::move(why);
  state.at = around->clean_up;
  return true;
}

std::string text_of(const Operation& operation, const Code& code, const Task& task, const TaskState& state) {
  std::string text;
  for (const PrintPart& part : code.texts[operation.target]) {
    switch (part.kind) {
      case PrintPart::Kind::characters:
        text += part.characters;
        break;
      case PrintPart::Kind::task_name:
        text += task.name;
        break;
      case PrintPart::Kind::counter:
        text += std::to_string(state.values[part.position]);
        break;
      case PrintPart::Kind::own:
        text += std::to_string(state.values[code.layout.own_at(part.position)]);
        break;
      case PrintPart::Kind::argument: {
        const Argument& argument = task.arguments[part.position];
        const auto* number = std::get_if<Number>(&argument);
        text += number != nullptr ? number->text : std::get<std::string>(argument);
        break;
      }
    }
  }
  return text;
}

}  // namespace interleave

std::size_t std::hash<interleave::TaskState>::operator()(const interleave::TaskState& state) const noexcept {
  // FNV-1a, over numbers instead of bytes (Fowler, Noll, Vo).
  std::uint64_t mixed = 0xcbf2'9ce4'8422'2325ULL;
  const auto add = [&](std::uint64_t number) { mixed = (mixed ^ number ^ (number >> 32)) * 0x0000'0100'0000'01b3ULL; };
  add(state.at);
  add(static_cast<std::uint64_t>(state.stage));
  add(static_cast<std::uint64_t>(state.due.time_since_epoch().count()));
  for (const std::int64_t value : state.values.all()) add(static_cast<std::uint64_t>(value));
  for (const interleave::Unwinding& why : state.clean_ups) {
    add(static_cast<std::uint64_t>(why.reason));
    add(std::hash<std::string>()(why.error));
  }
  return static_cast<std::size_t>(mixed);
}
