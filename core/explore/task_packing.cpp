#include "core/explore/task_packing.h"

#include <map>
#include <utility>

#include "core/execution/shared_state.h"

namespace interleave {

TaskPacking::TaskPacking(const Program& program)
    : gives_result_(program.scenario().tasks.size()), is_taken_as_it_ends_(program.scenario().tasks.size()) {
  std::map<const Code*, const std::vector<LiveParts>*> known;
  for (std::size_t i = 0; i < gives_result_.size(); ++i) {
    const Code& code = program.code(task_id(i));
    const std::vector<LiveParts>*& live = known[&code];
    if (live == nullptr)
      live = all_live_.emplace_back(std::make_unique<std::vector<LiveParts>>(live_parts(code))).get();
    live_.push_back(live);
    for (const Instruction& instruction : code.instructions) {
      if (instruction.op != Op::begin_each) continue;
      for (const TaskId id : code.awaited[instruction.target].tasks) is_taken_as_it_ends_[index(id)] = true;
    }
    for (const AwaitedTasks& awaited : code.awaited) {
      if (awaited.into.empty()) continue;
      for (const TaskId id : awaited.tasks) gives_result_[index(id)] = true;
    }
  }
}

void TaskPacking::save(Packer& to, const TaskRun& task, std::uint32_t at, bool with_origins) {
  const TaskState& state = task.state;
  const ValueLayout& layout = task.code->layout;
  const LiveParts& parts = live(task, at);
  with_origins = with_origins && task.code->reads_shared;
  for (const std::uint32_t counter : parts.counters) to.integer(state.values[counter]);
  for (const std::uint32_t slot : parts.owns) {
    to.byte(static_cast<std::uint8_t>(kind_of_own(slot, layout, state.values)));
    to.integer(state.values[layout.own_at(slot)]);
    if (with_origins) save_origins(to, task, slot);
  }
  if (with_origins) {
    for (const std::uint32_t decision : parts.decisions) save_origins(to, task, layout.owns + decision);
  }
  for (const std::uint32_t depth : parts.clean_ups) save(to, state.past->clean_ups[depth]);
}

void TaskPacking::load(Unpacker& from, TaskRun& task, std::uint32_t at, bool with_origins) const {
  TaskState& state = task.state;
  const ValueLayout& layout = task.code->layout;
  const LiveParts& parts = live(task, at);
  with_origins = with_origins && task.code->reads_shared;
  for (const std::uint32_t counter : parts.counters) state.values[counter] = from.integer();
  for (const std::uint32_t slot : parts.owns) {
    const auto kind = static_cast<Value::Kind>(from.byte());
    give_own(slot, layout, state.values, {kind, from.integer()});
    if (with_origins) load_origins(from, task, slot);
  }
  if (with_origins) {
    for (const std::uint32_t decision : parts.decisions) load_origins(from, task, layout.owns + decision);
  }
  for (const std::uint32_t depth : parts.clean_ups) state.past->clean_ups[depth] = load_unwinding(from);
}

void TaskPacking::save(Packer& to, const Unwinding& why) {
  to.byte(static_cast<std::uint8_t>(why.reason));
  if (why.reason == Unwinding::Reason::failed) to.number(texts_.number_of(why.error));
  to.number(static_cast<std::uint32_t>(why.from) + 1U);
  if (why.reason != Unwinding::Reason::returned) return;
  to.byte(static_cast<std::uint8_t>(why.value.kind));
  to.integer(why.value.number);
}

Unwinding TaskPacking::load_unwinding(Unpacker& from) const {
  Unwinding why{.reason = static_cast<Unwinding::Reason>(from.byte())};
  if (why.reason == Unwinding::Reason::failed) why.error = texts_.text(static_cast<std::uint32_t>(from.number()));
  why.from = static_cast<TaskId>(static_cast<std::uint32_t>(from.number()) - 1U);
  if (why.reason != Unwinding::Reason::returned) return why;
  why.value.kind = static_cast<Value::Kind>(from.byte());
  why.value.number = from.integer();
  return why;
}

void TaskPacking::save_origins(Packer& to, const TaskRun& task, std::size_t slot) {
  const std::vector<Origin>& origins = task.state.past->origins[slot].all();
  to.number(origins.size());
  for (const Origin& origin : origins) {
    to.number(index(origin.variable) << 1U | (task.shared->is_stale(origin, task.id) ? 1U : 0U));
  }
}

void TaskPacking::load_origins(Unpacker& from, TaskRun& task, std::size_t slot) {
  Origins origins;
  for (std::uint64_t left = from.number(); left > 0; --left) {
    const std::uint64_t origin = from.number();
    const std::uint32_t read = (origin & 1U) != 0 ? SharedState::kStaleRead : SharedState::kFreshRead;
    origins.add(Origins(Origin{object_id(origin >> 1U), read}));
  }
  task.state.past->origins[slot] = std::move(origins);
}

}  // namespace interleave
