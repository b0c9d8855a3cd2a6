// A world as bytes: what all have in common first, then task by task. A task that nothing has happened to since it was
// loaded is copied as it was, and one that stands where it stood in what was loaded before is left as it is.
#include <algorithm>
#include <bit>
#include <utility>

#include "core/explore/world.h"

namespace interleave {
namespace {

enum class Phase : std::uint8_t { not_submitted, queued, starting, begun, holding, over };
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
  if (!own.is_submitted) return Phase::not_submitted;
  return task.state.stage == Stage::blocking ? Phase::starting : Phase::queued;
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
  Unpacker unpacker(from);
  load_rest(unpacker);
  load_shared(unpacker);
  // The same bytes mean the same where neither time counts nor which process a task is in.
  const bool same_origins = std::exchange(loaded_origins_, looks_at_origins()) == looks_at_origins();
  const bool may_stay = loaded_ != nullptr && same_origins && !is_exact_ && traits(mode_).shares_memory;
  const std::uint8_t* before = places_[0];
  for (std::size_t i = 0; i < by_id_.size(); ++i) {
    const std::uint8_t* const end_before = places_[i + 1];
    const std::uint8_t* const at = places_[i] = unpacker.at();
    const bool stays = may_stay && !is_among(touched_, *by_id_[i]) && std::equal(before, end_before, at);
    stays ? unpacker.skip_to(at + (end_before - before)) : load(unpacker, *by_id_[i]);
    before = end_before;
  }
  places_.back() = unpacker.at();
  loaded_ = from;
  touched_ = 0;
}

void World::restore() {
  Unpacker rest(loaded_);
  load_rest(rest);
  traits(mode_).shares_memory ? shared_.front().put_back(loaded_numbers_) : load_shared(rest);
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
  if (is_exact_) save_time(to);
  if (with_lines_) to.number(output_);
  executor_.save(to);
  const std::size_t processes = traits(mode_).shares_memory ? 1 : executor_.processes();
  for (std::size_t i = 0; i < processes; ++i) {
    shared_[i].tell_numbers([&to](std::int64_t number) { to.integer(number); });
  }
}

void World::load_rest(Unpacker& from) {
  const std::uint8_t flags = from.byte();
  lost_updates_ = (flags & kLost) != 0;
  stale_ = (flags & kStale) != 0;
  launcher_.put_back({.awaits = (flags & kAwaits) != 0, .is_stopped = (flags & kStopped) != 0});
  submitted_ = from.number();
  if (is_exact_) load_time(from);
  if (with_lines_) output_ = static_cast<std::uint32_t>(from.number());
  executor_.load(from, by_id_);
}

void World::load_shared(Unpacker& from) {
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
  if (traits(mode_).shares_memory) std::swap(loaded_numbers_, numbers_);
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
    case Phase::starting:
      return save_moments(to, task);
    case Phase::holding:
      return packing_.save(to, held_ends_[index(task.id)]);
    case Phase::over:
      if (own.outcome == Outcome::failed) {
        to.number(packing_.texts().number_of(own.error));
        to.number(static_cast<std::uint32_t>(own.failed_from) + 1U);
      }
      if (!packing_.gives_result(task.id)) return;
      to.byte(static_cast<std::uint8_t>(own.result.kind));
      return to.integer(own.result.number);
    case Phase::begun:
      break;
  }
  const TaskState& state = task.state;
  to.number(state.at);
  if (is_exact_) save_moments(to, task);
  packing_.save(to, task, state.at, looks_at_origins());
  for (const std::uint32_t slot : packing_.live(task, state.at).eaches) {
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
  holding_ &= ~bit(task);
  taken_ &= ~bit(task);
  if ((head >> kTakenShift) != 0) taken_ |= bit(task);
  own.is_submitted = phase != Phase::not_submitted;
  own.has_begun = phase == Phase::begun || phase == Phase::holding;
  own.is_over = phase == Phase::over;
  task.state.stage = phase == Phase::over || phase == Phase::holding ? Stage::ended : Stage::going;
  switch (phase) {
    case Phase::not_submitted:
    case Phase::queued:
      return;
    case Phase::starting:
      return load_moments(from, task);
    case Phase::holding:
      task.shared = &shared_of(task);
      holding_ |= bit(task);
      held_ends_[index(task.id)] = packing_.load_unwinding(from);
      return;
    case Phase::over:
      if (own.outcome == Outcome::failed) {
        own.error = packing_.texts().text(static_cast<std::uint32_t>(from.number()));
        own.failed_from = static_cast<TaskId>(static_cast<std::uint32_t>(from.number()) - 1U);
      }
      if (!packing_.gives_result(task.id)) return;
      own.result.kind = static_cast<Value::Kind>(from.byte());
      own.result.number = from.integer();
      return;
    case Phase::begun:
      break;
  }
  task.shared = &shared_of(task);
  TaskState& state = task.state;
  state.at = static_cast<std::uint32_t>(from.number());
  if (is_exact_) load_moments(from, task);
  packing_.load(from, task, state.at, looks_at_origins());
  for (const std::uint32_t slot : packing_.live(task, state.at).eaches) {
    if (own.each.size() <= slot) own.each.resize(slot + 1);
    std::vector<TaskId>& ended = own.each[slot].ended;
    ended.clear();
    for (std::uint64_t taken = from.number(); taken != 0; taken &= taken - 1) {
      ended.push_back(task_id(static_cast<std::size_t>(std::countr_zero(taken))));
    }
  }
}

}  // namespace interleave
