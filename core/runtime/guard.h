#pragma once

#include <cassert>
#include <memory>

#include "core/runtime/mutex.h"
#include "core/runtime/runtime.h"

namespace interleave {

// Protects state that several workers share: a mutex where workers are threads, nothing where they take turns on one.
// THE TRAP: no guard may be held across an await. On the virtual runtime the worker would leave with it; on threads it
// would be locked for as long as the wait. Debug builds assert it: see none_held().
class GuardMutex {
 public:
  explicit GuardMutex(const Runtime& runtime) : mutex_(runtime.make_mutex()) {}

  void lock() {
    if (mutex_ != nullptr) mutex_->lock();
    ++held_;
  }
  void unlock() {
    --held_;
    if (mutex_ != nullptr) mutex_->unlock();
  }

  // Whether the calling thread holds no guard at all.
  static bool none_held() { return held_ == 0; }

 private:
  inline static thread_local int held_ = 0;

  const std::unique_ptr<Mutex> mutex_;
};

// Holds a guard's mutex while it lives.
class [[nodiscard]] Guard {
 public:
  explicit Guard(GuardMutex& mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Guard() { mutex_.unlock(); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  GuardMutex& mutex_;
};

}  // namespace interleave
