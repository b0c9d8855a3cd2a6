#include "core/execution/task_state.h"

#include <chrono>
#include <variant>

namespace interleave {
namespace {

std::int64_t value_of(const Operand& operand, const Code& code, const Values& values) {
  const auto position = static_cast<std::size_t>(operand.value);
  switch (operand.kind) {
    case Operand::Kind::literal:
      break;
    case Operand::Kind::counter:
      return values[position];
    case Operand::Kind::argument:
      return values[code.counters + position];
  }
  return operand.value;
}

// A counter counts seconds.
Duration length_of(const Operand& operand, const Code& code, const Values& values) {
  const std::int64_t value = value_of(operand, code, values);
  return operand.kind == Operand::Kind::counter ? Duration(std::chrono::seconds(value)) : Duration(value);
}

}  // namespace

TaskState first_state(const Code& code, const Task& task) {
  TaskState state{.values = Values(code.counters + code.arguments.size())};
  for (std::size_t i = 0; i < code.arguments.size(); ++i) {
    const UsedArgument& used = code.arguments[i];
    state.values[code.counters + i] = used.read(std::get<Number>(task.arguments[used.position]));
  }
  return state;
}

std::optional<Operation> advance(const Code& code, TaskState& state) {
  Values& values = state.values;
  for (;;) {
    const Instruction& instruction = code.instructions[state.at];
    switch (instruction.op) {
      case Op::again:
        state.at = ++values[instruction.counter] < value_of(instruction.operand, code, values) ? instruction.target
                                                                                               : state.at + 1;
        break;
      case Op::repeat:
        values[instruction.counter] = 0;
        state.at = value_of(instruction.operand, code, values) > 0 ? state.at + 1 : instruction.target;
        break;
      case Op::end:
        return std::nullopt;
      case Op::perform:
        ++state.at;
        return Operation{instruction.verb, instruction.step, length_of(instruction.operand, code, values),
                         instruction.target};
    }
  }
}

std::string text_of(const Operation& operation, const Code& code, const Task& task, const TaskState& state) {
  std::string text;
  for (const PrintPart& part : code.texts[operation.text]) {
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
  return static_cast<std::size_t>(mixed);
}
