#include "core/runtime/gil_scheduler.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace interleave {

bool GilScheduler::take(Worker& worker, CoreObserver& observer, Time now) {
  const CoreScheduler::Job job{.worker = &worker, .observer = &observer};
  if (holder_.worker == nullptr) {
    holder_ = job;
    held_since_ = now;
    return true;
  }
  observer.waits_for_gil();
  askers_.push_back({job, now});
  return false;
}

void GilScheduler::compute(const CoreScheduler::Job& job, Time now) {
  assert(job.worker == holder_.worker && job.left > Duration::zero());
  holder_ = job;
  computing_since_ = now;
  job.observer->has_core();
}

Worker* GilScheduler::let_go(const Worker& worker, Time now) {
  if (holder_.worker != &worker) return nullptr;
  holder_ = {};
  return give_to_first(now);
}

Worker* GilScheduler::give_to_first(Time now) {
  if (askers_.empty()) return nullptr;
  holder_ = askers_.front().job;
  askers_.pop_front();
  is_handed_over_ = switch_cost_ > Duration::zero();
  arrival_ = now + switch_cost_;
  return is_handed_over_ ? nullptr : arrive(now);
}

Worker* GilScheduler::arrive(Time now) {
  is_handed_over_ = false;
  held_since_ = computing_since_ = now;
  if (holder_.left == Duration::zero()) return holder_.worker;
  holder_.observer->has_core();
  return nullptr;
}

Time GilScheduler::handover() const {
  return askers_.empty() ? kNever : std::max(held_since_, askers_.front().asked) + interval_;
}

Time GilScheduler::next() const {
  if (is_handed_over_) return arrival_;
  if (holder_.worker == nullptr || holder_.left == Duration::zero()) return kNever;
  return std::min(end(), std::max(handover(), computing_since_));
}

void GilScheduler::end_at(Time now, std::vector<CoreScheduler::Job>& ended) {
  if (is_handed_over_) return;
  if (holder_.worker == nullptr || holder_.left == Duration::zero() || end() != now) return;
  holder_.observer->leaves_core();
  ended.push_back(holder_);
  holder_.left = Duration::zero();
}

Worker* GilScheduler::expire_at(Time now) {
  if (is_handed_over_) return arrival_ > now ? nullptr : arrive(now);
  if (holder_.worker == nullptr || holder_.left == Duration::zero() || handover() > now) return nullptr;
  CoreScheduler::Job job = std::exchange(holder_, {});
  job.left -= now - computing_since_;
  job.observer->waits_for_gil();
  askers_.push_back({job, now});
  return give_to_first(now);
}

void GilScheduler::clear() {
  is_handed_over_ = false;
  holder_ = {};
  askers_.clear();
}

}  // namespace interleave
