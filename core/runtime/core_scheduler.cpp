#include "core/runtime/core_scheduler.h"

#include <algorithm>
#include <utility>

namespace interleave {

CoreScheduler::CoreScheduler(int cores, Duration time_slice)
    : time_slice_(time_slice), cores_(static_cast<std::size_t>(cores)) {}

Time CoreScheduler::slice_end(const Core& core) const {
  const Duration used = std::max(armed_at_ - core.since, Duration(1));
  const auto slices = (used.count() + time_slice_.count() - 1) / time_slice_.count();
  return core.since + slices * time_slice_;
}

Time CoreScheduler::next() const {
  Time earliest = kNever;
  for (const Core& core : cores_) {
    if (!core.busy) continue;
    earliest = std::min(earliest, end_of(core));
    if (!queue_.empty()) earliest = std::min(earliest, slice_end(core));
  }
  return earliest;
}

void CoreScheduler::give(Core& core, const Job& job, Time now) {
  core = {job, now, true};
  job.observer->has_core();
}

void CoreScheduler::take_away(Core& core, Time now) {
  core.job.left -= now - core.since;
  core.job.observer->waits_for_core();
  queue_.push_back(core.job);
}

void CoreScheduler::end_at(Time now, std::vector<Job>& ended) {
  for (Core& core : cores_) {
    if (!core.busy || end_of(core) != now) continue;
    core.busy = false;
    core.job.observer->leaves_core();
    ended.push_back(core.job);
    if (queue_.empty()) continue;
    give(core, queue_.front(), now);
    queue_.pop_front();
  }
}

void CoreScheduler::arrive(const Job& job, Time now) {
  const auto free = std::find_if(cores_.begin(), cores_.end(), [](const Core& core) { return !core.busy; });
  if (free != cores_.end()) return give(*free, job, now);
  if (queue_.empty()) armed_at_ = now;
  job.observer->waits_for_core();
  queue_.push_back(job);
}

void CoreScheduler::expire_at(Time now) {
  for (Core& core : cores_) {
    if (queue_.empty()) return;
    if (!core.busy || core.since == now || slice_end(core) != now) continue;
    take_away(core, now);
    give(core, queue_.front(), now);
    queue_.pop_front();
  }
}

void CoreScheduler::clear(std::vector<Job>& removed) {
  for (Core& core : cores_) {
    if (std::exchange(core.busy, false)) removed.push_back(core.job);
  }
  removed.insert(removed.end(), queue_.begin(), queue_.end());
  queue_.clear();
}

}  // namespace interleave
