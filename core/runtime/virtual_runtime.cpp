#include "core/runtime/virtual_runtime.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/runtime/guard.h"

namespace interleave {

struct VirtualRuntime::Slot : Worker {
  Routine body;
  std::coroutine_handle<> parked;   // what goes on after the wait, while it waits
  std::coroutine_handle<> yielded;  // what goes on behind those that it let go first
  Time deadline = kNever;           // of its park; of the main program only this tells, it has no timer
  bool waits_apart = false;         // for its computation or the interpreter's lock, which no token ends
  std::uint64_t park = 0;           // the number of its latest wait, in the order in which waits were asked for
  bool token = false;
  std::uint32_t number = 0;  // in the order in which slots were made
};

VirtualRuntime::VirtualRuntime(const Options& options)
    : cores_(options.cores, options.time_slice), chooser_(options.chooser), clock_stop_(options.clock_stop) {
  if (options.gil) gil_.emplace(options.time_slice, options.switch_cost);
  if (chooser_ == nullptr && options.seed != 0) chooser_ = &lots_.emplace(options.seed);
}

VirtualRuntime::~VirtualRuntime() = default;

VirtualRuntime::Slot& VirtualRuntime::add_slot(Routine body) {
  Slot& slot = slots_.emplace_back();
  slot.number = static_cast<std::uint32_t>(slots_.size() - 1);
  slot.body = std::move(body);
  slot.next = slot.body.attach(slot, {});
  return slot;
}

Result<Worker*, std::string> VirtualRuntime::spawn(const std::string& /*name*/, Routine body) {
  Slot& slot = add_slot(std::move(body));
  ready_.push_back(&slot);
  return static_cast<Worker*>(&slot);
}

bool VirtualRuntime::is_next(Time moment) const {
  return ready_.empty() && !main_is_ready_ && timers_.next() > moment && next_of_computations() > moment &&
         !(main_program_->parked && main_program_->deadline <= moment);
}

bool VirtualRuntime::park(Worker& worker, Time deadline, std::coroutine_handle<> self) {
  assert(GuardMutex::none_held());
  auto& slot = static_cast<Slot&>(worker);
  if (std::exchange(slot.token, false) || stopping() || deadline <= now_) return false;
  const bool asks = chooser_ != nullptr && !chooser_->draws_lots();
  if (&slot != main_program_ && !asks && is_next(deadline) && may_go_on()) {
    now_ = deadline;
    return false;
  }
  slot.parked = self;
  slot.waits_apart = false;
  slot.deadline = deadline;
  slot.park = ++requests_;
  if (deadline != kNever && &slot != main_program_) timers_.add(deadline, {&slot, slot.park});
  return true;
}

void VirtualRuntime::unpark(Worker& worker) {
  auto& slot = static_cast<Slot&>(worker);
  if (slot.parked && !slot.waits_apart) {
    wake(slot);
  } else {
    slot.token = true;
  }
}

bool VirtualRuntime::yield(Worker& worker, std::coroutine_handle<> self) {
  if (!has_others_ready()) return false;
  auto& slot = static_cast<Slot&>(worker);
  slot.yielded = self;
  ready_.push_back(&slot);
  return true;
}

bool VirtualRuntime::compute(Worker& worker, Duration cpu_time, CoreObserver& observer, std::coroutine_handle<> self) {
  assert(GuardMutex::none_held());
  auto& slot = static_cast<Slot&>(worker);
  if (stopping() || cpu_time <= Duration::zero()) return false;
  wait_apart(slot, self);
  const CoreScheduler::Job job{&slot, &observer, cpu_time, slot.park};
  gil_ ? gil_->compute(job, now_) : cores_.arrive(job, now_);
  return true;
}

bool VirtualRuntime::take_gil(Worker& worker, CoreObserver& observer, std::coroutine_handle<> self) {
  assert(GuardMutex::none_held());
  auto& slot = static_cast<Slot&>(worker);
  if (stopping() || gil_->take(slot, observer, now_)) return false;
  wait_apart(slot, self);
  return true;
}

void VirtualRuntime::let_go_of_gil(Worker& worker) { wake_holder(gil_->let_go(worker, now_)); }

bool VirtualRuntime::wake_holder(Worker* holder) {
  if (holder == nullptr) return false;
  wake(static_cast<Slot&>(*holder));
  return true;
}

void VirtualRuntime::wait_apart(Slot& slot, std::coroutine_handle<> self) {
  slot.parked = self;
  slot.waits_apart = true;
  slot.deadline = kNever;
  slot.park = ++requests_;
}

Time VirtualRuntime::next_of_computations() const { return gil_ ? gil_->next() : cores_.next(); }

void VirtualRuntime::stop() {
  set_stopping();
  cores_.clear(ended_);
  ended_.clear();
  if (gil_) gil_->clear();
  for (Slot& slot : slots_) {
    if (slot.parked) wake(slot);
  }
}

void VirtualRuntime::wake(Slot& slot) {
  slot.next = std::exchange(slot.parked, {});
  slot.park = 0;
  if (&slot == main_program_) {
    main_is_ready_ = true;
  } else {
    ready_.push_back(&slot);
  }
}

class VirtualRuntime::ReadyWorkers final : public Candidates {
 public:
  explicit ReadyWorkers(const std::deque<Slot*>& ready) : ready_(ready) {}
  std::size_t size() const override { return ready_.size(); }
  Candidate operator[](std::size_t position) const override {
    return {Candidate::Kind::worker, ready_[position]->number};
  }

 private:
  const std::deque<Slot*>& ready_;
};

VirtualRuntime::Slot& VirtualRuntime::take_ready() {
  if (std::exchange(main_is_ready_, false)) return *main_program_;
  if (chooser_ != nullptr) return *take_chosen(ready_, ReadyWorkers(ready_), *chooser_);
  Slot& slot = *ready_.front();
  ready_.pop_front();
  return slot;
}

void VirtualRuntime::run_ready() {
  while (main_is_ready_ || !ready_.empty()) {
    Slot& slot = take_ready();
    if (slot.yielded) slot.next = std::exchange(slot.yielded, {});
    slot.run();
  }
}

bool VirtualRuntime::is_stale(const Wake& wake) { return wake.slot->park != wake.park; }

void VirtualRuntime::wake_due() {
  gil_ ? gil_->end_at(now_, ended_) : cores_.end_at(now_, ended_);
  for (const CoreScheduler::Job& job : ended_) due_.push_back(static_cast<Slot*>(job.worker));
  ended_.clear();
  for (const auto& timer : due_timers_) {
    if (!is_stale(timer.value)) due_.push_back(timer.value.slot);
  }
  due_timers_.clear();
  if (due_.size() > 1) {
    std::sort(due_.begin(), due_.end(), [](const Slot* a, const Slot* b) { return a->park < b->park; });
  }
  for (Slot* slot : due_) wake(*slot);
  due_.clear();
}

// Moves the clock to the next moment at which anything happens and lets it happen.
bool VirtualRuntime::advance() {
  if (!may_go_on()) return false;
  const Time main_due = main_program_->parked ? main_program_->deadline : kNever;
  const Time computed = next_of_computations();
  Time next;
  do {
    next = std::min({timers_.next(), main_due, computed});
    if (next == kNever) return false;
    if (timers_.next() == next) timers_.take_next(due_timers_);
    std::erase_if(due_timers_, [](const auto& timer) { return is_stale(timer.value); });
    // The clock does not move for timers that nobody waits for any more.
  } while (due_timers_.empty() && main_due != next && computed != next);
  now_ = next;
  if (main_due == now_) {
    main_program_->next = std::exchange(main_program_->parked, {});
    main_program_->run();
  }
  wake_due();
  do {
    run_ready();
  } while (expire());
  return true;
}

bool VirtualRuntime::expire() {
  if (gil_) return wake_holder(gil_->expire_at(now_));
  cores_.expire_at(now_);
  return false;
}

VirtualRuntime::End VirtualRuntime::run(Routine main_program) {
  main_program_ = &add_slot(std::move(main_program));
  main_program_->run();
  run_ready();
  while (advance()) {
  }
  const bool all_ended = std::all_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.body.done(); });
  return all_ended ? End::finished : End::deadlocked;
}

}  // namespace interleave
