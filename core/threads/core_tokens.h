#pragma once

#include <deque>
#include <mutex>
#include <optional>

#include "core/base/time.h"

namespace interleave {

// As many tokens as cores, for computations on threads: who holds one may compute. Or a single one, the interpreter's
// lock. First come, first served; a token that is given back goes straight to who has waited longest. Thread-safe.
class CoreTokens {
 public:
  // Who waits for a token; told under the tokens' lock.
  class Waiter {
   public:
    virtual void queued() = 0;   // by its own thread, before a token that it passes on goes to anybody
    virtual void granted() = 0;  // by the thread that gave the token back

   protected:
    ~Waiter() = default;
  };

  explicit CoreTokens(int count) : free_(count) {}

  // Takes a token, or queues from `now` on.
  bool take_or_queue(Waiter& waiter, Time now) {
    const std::scoped_lock lock(mutex_);
    if (free_ > 0) return --free_, true;
    queue(waiter, now);
    return false;
  }

  // Since when somebody waits.
  std::optional<Time> first_asked() const {
    const std::scoped_lock lock(mutex_);
    return queue_.empty() ? std::nullopt : std::optional(queue_.front().asked);
  }

  // Gives the caller's token to whoever has waited longest and queues the caller behind; false, and nothing changed,
  // when nobody waits.
  bool pass_on(Waiter& waiter, Time now) {
    const std::scoped_lock lock(mutex_);
    if (queue_.empty()) return false;
    queue(waiter, now);
    grant_first();
    return true;
  }

  void give_back() {
    const std::scoped_lock lock(mutex_);
    if (queue_.empty()) {
      ++free_;
    } else {
      grant_first();
    }
  }

  // Leaves the queue; false when the token had been granted already, and is now the caller's to give back.
  bool leave_queue(Waiter& waiter) {
    const std::scoped_lock lock(mutex_);
    return std::erase_if(queue_, [&](const Place& place) { return place.waiter == &waiter; }) > 0;
  }

 private:
  struct Place {
    Waiter* waiter;
    Time asked;
  };

  void queue(Waiter& waiter, Time now) {
    waiter.queued();
    queue_.push_back({&waiter, now});
  }

  void grant_first() {
    Waiter* const first = queue_.front().waiter;
    queue_.pop_front();
    first->granted();
  }

  mutable std::mutex mutex_;
  std::deque<Place> queue_;
  int free_;
};

}  // namespace interleave
