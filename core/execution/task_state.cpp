#include "core/execution/task_state.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace interleave {
namespace {

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

}  // namespace

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
