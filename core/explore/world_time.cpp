// Exact time in a world: a task goes on when it is due, and time goes on when nobody can go at the moment.
#include <algorithm>

#include "core/explore/world.h"
#include "core/scenario/limits.h"

namespace interleave {
namespace {

// So many moments may come behind a step that counts, at most: a loop that only waits may never end.
constexpr std::uint64_t kMostMoments = 1'000'000;

std::uint64_t length_until(Time moment, Time now) {
  return static_cast<std::uint64_t>(std::max(moment - now, Duration::zero()).count());
}

Duration length_of(std::uint64_t number) { return Duration(static_cast<std::int64_t>(number)); }

}  // namespace

void World::set_now(Time now) {
  runtime_.set_now(now);
  host_.catch_up();
}

TaskRun* World::next_due() const {
  if (!is_exact_) return nullptr;
  const auto found = std::find_if(by_id_.begin(), by_id_.end(), [this](const TaskRun* task) {
    return is_delayed(*task) && task->state.due <= runtime_.now();
  });
  return found == by_id_.end() ? nullptr : *found;
}

void World::wake(TaskRun& task) {
  task.state.stage = Stage::going;
  is_begun(task) ? go_on(task) : begin(task);
}

bool World::goes_too_far(const Operation& operation) const {
  if (!is_exact_) return false;
  return moments_ > kMostMoments || runtime_.now() + operation.length > Time(kLongestTotal);
}

// The next moment that may bring the task on by itself.
Time World::next_moment(const TaskRun& task) const {
  if (is_delayed(task)) return task.state.due;
  return is_begun(task) && has_deadline(task) ? task.dealings->deadline : kNever;
}

bool World::waits_for_arrival() const {
  const Launcher::Heard heard = launcher_.heard();
  return submitted_ < by_time_.size() && !heard.is_stopped && !heard.awaits;
}

// To the next moment at which anything happens. False: there is none, or somebody can go at this one.
bool World::go_to_next_moment() {
  if (!is_exact_) return false;
  find_moves(moves_);
  if (!moves_.empty()) return false;
  Time next = waits_for_arrival() ? arrival_due() : kNever;
  for (const TaskRun* const task : by_id_) next = std::min(next, next_moment(*task));
  if (next == kNever) return false;
  for (const TaskRun* const task : by_id_) {
    if (next_moment(*task) != kNever) touch(*task);
  }
  set_now(next);
  ++moments_;
  submit();
  return true;
}

// Where anybody is due later, that tells one moment from another.
void World::save_time(Packer& to) const {
  const bool has_arrivals = submitted_ < by_time_.size() && !launcher_.heard().is_stopped;
  const Time latest = has_arrivals ? Time{} + by_time_.back()->source->after : Time{};
  to.number(length_until(std::min(latest, runtime_.now() + before_), Time{}));
}

void World::load_time(Unpacker& from) {
  before_ = length_of(from.number());
  set_now(Time{});
}

void World::save_moments(Packer& to, const TaskRun& task) const {
  to.number(is_delayed(task) ? length_until(task.state.due, runtime_.now()) : 0);
  if (has_deadline(task)) to.number(length_until(task.dealings->deadline, runtime_.now()));
}

void World::load_moments(Unpacker& from, TaskRun& task) const {
  const Duration left = length_of(from.number());
  task.state.stage = left > Duration::zero() ? Stage::blocking : Stage::going;
  task.state.due = Time{} + left;
  task.dealings->looks_again = has_deadline(task);
  if (has_deadline(task)) task.dealings->deadline = Time{} + length_of(from.number());
}

}  // namespace interleave
