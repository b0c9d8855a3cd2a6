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

std::optional<Value> truth_of(const Formula& formula, const Code& code, const Values& values) {
  const auto number = value_of(formula, code.layout, values);
  return number ? std::optional(Value{Value::Kind::number, *number}) : std::nullopt;
}

std::optional<Duration> timeout_of(const Instruction& instruction, const Code& code, const Values& values) {
  if (instruction.timeout == kNoTimeout) return std::nullopt;
  return length_of(code.timeouts[instruction.timeout], code, values);
}

Origins origins_of(const Formula& formula, const TaskState& state) {
  Origins origins;
  for (const Formula::Node& node : formula.nodes) {
    const bool is_name = node.kind == Expression::Kind::name || node.kind == Expression::Kind::placeholder;
    if (is_name && node.operand.kind == Operand::Kind::own) {
      origins.add(state.past->origins[static_cast<std::size_t>(node.operand.value)]);
    }
  }
  return origins;
}

bool takes(GuardedRegion::Kind kind, Unwinding::Reason reason) {
  switch (kind) {
    case GuardedRegion::Kind::cleans_up:
      break;
    case GuardedRegion::Kind::takes_failure:
      return reason == Unwinding::Reason::failed;
    case GuardedRegion::Kind::takes_return:
      return reason == Unwinding::Reason::returned;
  }
  return true;
}

// The task goes on behind the step all the same, to where it is cleaned up.
Operation failed(Operation operation, TaskState& state) {
  ++state.at;
  operation.kind = Operation::Kind::fails;
  return operation;
}

// Of an instruction that code which only counts and performs has not: what the task has to do, if it is anything.
// Never inline: advance() would save registers for it at every step.
[[gnu::noinline]] Operation go_over(const Instruction& instruction, const Code& code, TaskState& state) {
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
    case Op::perform_on_shared:
      if (instruction.counter != kNoFormula) {
        const auto value = value_of(code.formulas[instruction.counter], code.layout, values);
        if (!value) return failed(operation, state);
        operation.value = *value;
      }
      ++state.at;
      operation.object = object_id(static_cast<std::size_t>(value_of(instruction.operand, code.layout, values)));
      operation.target = instruction.target;
      operation.timeout = timeout_of(instruction, code, values);
      return operation;
    case Op::perform:  // that has a timeout
      ++state.at;
      operation.length = length_of(instruction.operand, code, values);
      operation.target = instruction.target;
      operation.timeout = timeout_of(instruction, code, values);
      return operation;
    case Op::repeat:
    case Op::again:
    case Op::jump:
    case Op::end:
      break;
  }
  return nothing;
}

}  // namespace

// What is given back is made in its place, for this is what every step of every task goes through.
Operation advance(const Code& code, TaskState& state) {
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
      case Op::end:
        return {.kind = Operation::Kind::none};
      default:
        if (const Operation operation = go_over(instruction, code, state)) return operation;
    }
  }
}

void count_taken(const Code& code, TaskState& state) { ++state.values[code.instructions[state.at - 1].counter]; }

std::string failure_of(const Code& code, const TaskState& state) {
  return problem_of(code.formulas[code.instructions[state.at - 1].counter], code.layout, state.values);
}

WriteOrigins origins_of_write(const Code& code, const TaskState& state) {
  if (!code.reads_shared) return {};
  const Instruction& write = code.instructions[state.at - 1];
  WriteOrigins origins{.value = origins_of(code.formulas[write.counter], state), .decisions = {}};
  for (std::size_t depth = 0; depth < write.decisions; ++depth) {
    origins.decisions.add(state.past->origins[code.layout.owns + depth]);
  }
  return origins;
}

Left unwind(const Code& code, TaskState& state, const Unwinding& why) {
  const std::uint32_t left = state.at - 1;
  const auto around = std::find_if(code.guarded.begin(), code.guarded.end(), [&](const GuardedRegion& region) {
    const bool is_within = region.begin <= left && left < region.end;
    return is_within && takes(region.kind, why.reason);
  });
  if (around == code.guarded.end()) return Left::everything;
  state.at = around->way;
  if (around->kind != GuardedRegion::Kind::cleans_up) return Left::taken;
  state.past->clean_ups[around->depth] = why;
  return Left::to_clean_up;
}

namespace {

std::string text_of_own(std::size_t position, const Code& code, const Values& values) {
  const std::int64_t number = values[code.layout.own_at(position)];
  switch (kind_of_own(position, code.layout, values)) {
    case Value::Kind::number:
      break;
    case Value::Kind::text:
      return (*code.passed_on)[static_cast<std::size_t>(number)];
    case Value::Kind::none:
      return "None";
  }
  return std::to_string(number);
}

}  // namespace

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
        text += text_of_own(part.position, code, state.values);
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
  if (!state.past) return static_cast<std::size_t>(mixed);
  for (const interleave::Origins& origins : state.past->origins) {
    for (const interleave::Origin& one : origins.all()) {
      add(static_cast<std::uint64_t>(one.variable));
      add(one.read);
    }
  }
  for (const interleave::Unwinding& why : state.past->clean_ups) {
    add(static_cast<std::uint64_t>(why.reason));
    add(std::hash<std::string>()(why.error));
    add(static_cast<std::uint64_t>(why.from));
    add(static_cast<std::uint64_t>(why.value.kind));
    add(static_cast<std::uint64_t>(why.value.number));
  }
  return static_cast<std::size_t>(mixed);
}
