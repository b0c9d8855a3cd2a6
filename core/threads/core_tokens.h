#pragma once

#include <deque>
#include <mutex>
#include <optional>

#include "core/base/time.h"

namespace interleave {

// Tokens of which whoever holds one may go on: as many as cores, for computations; or a single one, the interpreter's
// lock. First come, first served; a token that is given back goes straight to who has waited longest. Thread-safe.
class Tokens {
 public:
  // Who waits for a token; told under the tokens' lock.
  class Waiter {
   public:
    virtual void queued() = 0;   // by its own thread, before a token that it passes on goes to anybody
    virtual void granted() = 0;  // by the thread that gave the token back

   protected:
    ~Waiter() = default;
  };

  virtual ~Tokens() = default;

  // Takes a token, or queues from `now` on.
  virtual bool take_or_queue(Waiter& waiter, Time now) = 0;
  // Gives the caller's token to whoever has waited longest and queues the caller behind; false, and nothing changed,
  // when nobody waits.
  virtual bool pass_on(Waiter& waiter, Time now) = 0;
  virtual void give_back() = 0;
  // Leaves the queue; false when the token had been granted already, and is now the caller's to give back.
  virtual bool leave_queue(Waiter& waiter) = 0;
};

// Those of this process.
class CoreTokens final : public Tokens {
 public:
  explicit CoreTokens(int count) : free_(count) {}

  bool take_or_queue(Waiter& waiter, Time now) override {
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

  bool pass_on(Waiter& waiter, Time now) override {
    const std::scoped_lock lock(mutex_);
    if (queue_.empty()) return false;
    queue(waiter, now);
    grant_first();
    return true;
  }

  void give_back() override {
    const std::scoped_lock lock(mutex_);
    if (queue_.empty()) {
      ++free_;
    } else {
      grant_first();
    }
  }

  bool leave_queue(Waiter& waiter) override {
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
