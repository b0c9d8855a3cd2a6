// A world as bytes: what all have in common first, then task by task. A task that nothing has happened to since it was
// loaded is copied as it was.
#include <bit>

#include "core/explore/world.h"

namespace interleave {
namespace {

enum class Phase : std::uint8_t { not_submitted, queued, begun, holding, over };
constexpr unsigned kOutcomeShift = 3;
constexpr unsigned kTakenShift = 6;

constexpr std::uint8_t kLost = 1;
constexpr std::uint8_t kStale = 2;
constexpr std::uint8_t kStopped = 4;
constexpr std::uint8_t kAwaits = 8;

Phase phase_of(const TaskRun& task) {
  const Dealings& own = *task.dealings;
  if (own.is_over) return Phase::over;
  if (own.has_begun) return task.state.stage == Stage::ended ? Phase::holding : Phase::begun;
  return own.is_submitted ? Phase::queued : Phase::not_submitted;
}

}  // namespace

void World::save(Bytes& to) {
  Packer packer(to);
  save_rest(packer);
  for (std::size_t i = 0; i < by_id_.size(); ++i) {
    if (loaded_ == nullptr || is_among(touched_, *by_id_[i])) {
      save(packer, *by_id_[i]);
      continue;
    }
    const std::uint8_t* const first = places_[i];
    while (i + 1 < by_id_.size() && !is_among(touched_, *by_id_[i + 1])) ++i;
    packer.bytes({first, places_[i + 1]});
  }
}

void World::load(const std::uint8_t* from) {
  loaded_ = from;
  Unpacker unpacker(from);
  load_rest(unpacker);
  holding_ = taken_ = 0;
  for (std::size_t i = 0; i < by_id_.size(); ++i) {
    places_[i] = unpacker.at();
    load(unpacker, *by_id_[i]);
  }
  places_.back() = unpacker.at();
  touched_ = 0;
}

void World::restore() {
  Unpacker rest(loaded_);
  load_rest(rest);
  holding_ &= ~touched_;
  taken_ &= ~touched_;
  for (; touched_ != 0; touched_ &= touched_ - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(touched_));
    Unpacker unpacker(places_[i]);
    load(unpacker, *by_id_[i]);
  }
}

void World::save_rest(Packer& to) const {
  const Launcher::Heard heard = launcher_.heard();
  to.byte(static_cast<std::uint8_t>((lost_updates_ ? kLost : 0) | (stale_ ? kStale : 0) |
                                    (heard.is_stopped ? kStopped : 0) | (heard.awaits ? kAwaits : 0)));
  to.number(submitted_);
  if (with_lines_) to.number(output_);
  executor_.save(to);
  const std::size_t processes = traits(mode_).shares_memory ? 1 : executor_.processes();
  for (std::size_t i = 0; i < processes; ++i) {
    numbers_.clear();
    shared_[i].save(numbers_);
    for (const std::int64_t number : numbers_) to.integer(number);
  }
}

void World::load_rest(Unpacker& from) {
  const std::uint8_t flags = from.byte();
  lost_updates_ = (flags & kLost) != 0;
  stale_ = (flags & kStale) != 0;
  launcher_.put_back({.awaits = (flags & kAwaits) != 0, .is_stopped = (flags & kStopped) != 0});
  submitted_ = from.number();
  if (with_lines_) output_ = static_cast<std::uint32_t>(from.number());
  executor_.load(from, by_id_);
  const std::size_t processes = traits(mode_).shares_memory ? 1 : executor_.processes();
  const std::vector<SharedObject>& objects = program_.objects().all();
  while (shared_.size() < processes) shared_.emplace_back(objects, mutex_);
  for (std::size_t i = 0; i < processes; ++i) {
    numbers_.clear();
    for (const SharedObject& object : objects) {
      numbers_.push_back(from.integer());
      if (object.kind != ObjectKind::queue) continue;
      for (std::int64_t left = numbers_.back(); left > 0; --left) numbers_.push_back(from.integer());
    }
    shared_[i].put_back(numbers_);
  }
  // A process that is made later begins anew.
  for (std::size_t i = processes; i < shared_.size(); ++i) {
    numbers_.clear();
    for (const SharedObject& object : objects) {
      const bool is_one = object.kind == ObjectKind::lock;
      numbers_.push_back(object.kind == ObjectKind::queue ? 0 : is_one ? 1 : object.number);
    }
    shared_[i].put_back(numbers_);
  }
}

void World::save(Packer& to, const TaskRun& task) const {
  const Dealings& own = *task.dealings;
  const Phase phase = phase_of(task);
  const bool is_taken = is_among(taken_, task);
  to.byte(static_cast<std::uint8_t>(static_cast<unsigned>(phase) | static_cast<unsigned>(own.outcome) << kOutcomeShift |
                                    (is_taken ? 1U << kTakenShift : 0U)));
  switch (phase) {
    case Phase::not_submitted:
    case Phase::queued:
      return;
    case Phase::holding:
      return save(to, held_ends_[index(task.id)]);
    case Phase::over:
      if (own.outcome == Outcome::failed) {
        to.number(texts_.number_of(own.error));
        to.number(static_cast<std::uint32_t>(own.failed_from) + 1U);
      }
      if (!is_among(with_result_, task)) return;
      to.byte(static_cast<std::uint8_t>(own.result.kind));
      return to.integer(own.result.number);
    case Phase::begun:
      break;
  }
  const TaskState& state = task.state;
  const ValueLayout& layout = task.code->layout;
  to.number(state.at);
  const LiveParts& live = (*live_[index(task.id)])[state.at];
  for (const std::uint32_t counter : live.counters) to.integer(state.values[counter]);
  const bool with_origins = looks_at_origins(task);
  for (const std::uint32_t slot : live.owns) {
    to.byte(static_cast<std::uint8_t>(kind_of_own(slot, layout, state.values)));
    to.integer(state.values[layout.own_at(slot)]);
    if (with_origins) save_origins(to, task, slot);
  }
  if (with_origins) {
    for (const std::uint32_t decision : live.decisions) save_origins(to, task, layout.owns + decision);
  }
  for (const std::uint32_t depth : live.clean_ups) save(to, state.clean_ups[depth]);
  for (const std::uint32_t slot : live.eaches) {
    std::uint64_t taken = 0;
    for (const TaskId id : own.each[slot].ended) taken |= std::uint64_t{1} << index(id);
    to.number(taken);
  }
}

void World::load(Unpacker& from, TaskRun& task) {
  Dealings& own = *task.dealings;
  const std::uint8_t head = from.byte();
  const auto phase = static_cast<Phase>(head & 7U);
  own.outcome = static_cast<Outcome>((head >> kOutcomeShift) & 7U);
  if ((head >> kTakenShift) != 0) taken_ |= bit(task);
  own.is_submitted = phase != Phase::not_submitted;
  own.has_begun = phase == Phase::begun || phase == Phase::holding;
  own.is_over = phase == Phase::over;
  task.state.stage = phase == Phase::over || phase == Phase::holding ? Stage::ended : Stage::going;
  switch (phase) {
    case Phase::not_submitted:
    case Phase::queued:
      return;
    case Phase::holding:
      task.shared = &shared_of(task);
      holding_ |= bit(task);
      held_ends_[index(task.id)] = load_unwinding(from);
      return;
    case Phase::over:
      if (own.outcome == Outcome::failed) {
        own.error = texts_.text(static_cast<std::uint32_t>(from.number()));
        own.failed_from = static_cast<TaskId>(static_cast<std::uint32_t>(from.number()) - 1U);
      }
      if (!is_among(with_result_, task)) return;
      own.result.kind = static_cast<Value::Kind>(from.byte());
      own.result.number = from.integer();
      return;
    case Phase::begun:
      break;
  }
  task.shared = &shared_of(task);
  TaskState& state = task.state;
  const ValueLayout& layout = task.code->layout;
  state.at = static_cast<std::uint32_t>(from.number());
  const LiveParts& live = (*live_[index(task.id)])[state.at];
  for (const std::uint32_t counter : live.counters) state.values[counter] = from.integer();
  const bool with_origins = looks_at_origins(task);
  for (const std::uint32_t slot : live.owns) {
    const auto kind = static_cast<Value::Kind>(from.byte());
    give_own(slot, layout, state.values, {kind, from.integer()});
    if (with_origins) load_origins(from, task, slot);
  }
  if (with_origins) {
    for (const std::uint32_t decision : live.decisions) load_origins(from, task, layout.owns + decision);
  }
  for (const std::uint32_t depth : live.clean_ups) state.clean_ups[depth] = load_unwinding(from);
  for (const std::uint32_t slot : live.eaches) {
    if (own.each.size() <= slot) own.each.resize(slot + 1);
    std::vector<TaskId>& ended = own.each[slot].ended;
    ended.clear();
    for (std::uint64_t taken = from.number(); taken != 0; taken &= taken - 1) {
      ended.push_back(task_id(static_cast<std::size_t>(std::countr_zero(taken))));
    }
  }
}

void World::save(Packer& to, const Unwinding& why) const {
  to.byte(static_cast<std::uint8_t>(why.reason));
  if (why.reason == Unwinding::Reason::failed) to.number(texts_.number_of(why.error));
  to.number(static_cast<std::uint32_t>(why.from) + 1U);
  if (why.reason != Unwinding::Reason::returned) return;
  to.byte(static_cast<std::uint8_t>(why.value.kind));
  to.integer(why.value.number);
}

Unwinding World::load_unwinding(Unpacker& from) const {
  Unwinding why{.reason = static_cast<Unwinding::Reason>(from.byte())};
  if (why.reason == Unwinding::Reason::failed) why.error = texts_.text(static_cast<std::uint32_t>(from.number()));
  why.from = static_cast<TaskId>(static_cast<std::uint32_t>(from.number()) - 1U);
  if (why.reason != Unwinding::Reason::returned) return why;
  why.value.kind = static_cast<Value::Kind>(from.byte());
  why.value.number = from.integer();
  return why;
}

// Where nothing more can be marked, they do not matter.
bool World::looks_at_origins(const TaskRun& task) const {
  return task.code->reads_shared && !(lost_updates_ && stale_);
}

void World::save_origins(Packer& to, const TaskRun& task, std::size_t slot) const {
  const std::vector<Origin>& origins = task.state.origins[slot].all();
  to.number(origins.size());
  for (const Origin& origin : origins) {
    to.number(index(origin.variable) << 1U | (task.shared->is_stale(origin, task.id) ? 1U : 0U));
  }
}

void World::load_origins(Unpacker& from, TaskRun& task, std::size_t slot) {
  Origins origins;
  for (std::uint64_t left = from.number(); left > 0; --left) {
    const std::uint64_t origin = from.number();
    const std::uint32_t read = (origin & 1U) != 0 ? SharedState::kStaleRead : SharedState::kFreshRead;
    origins.add(Origins(Origin{object_id(origin >> 1U), read}));
  }
  task.state.origins[slot] = std::move(origins);
}

}  // namespace interleave
