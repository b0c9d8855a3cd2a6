#pragma once

#include <cassert>
#include <mutex>

#include "core/runtime/runtime.h"

namespace interleave {

// Protects state that several workers share: a mutex where workers are threads, nothing where they take turns on one.
// THE TRAP: no guard may be held across an await. On the virtual runtime the worker would leave with it; on threads it
// would be locked for as long as the wait. Debug builds assert it: see none_held().
class GuardMutex {
 public:
  explicit GuardMutex(const Runtime& runtime) : threaded_(runtime.is_threaded()) {}

  void lock() {
    if (threaded_) mutex_.lock();
    ++held_;
  }
  void unlock() {
    --held_;
    if (threaded_) mutex_.unlock();
  }

  // Whether the calling thread holds no guard at all.
  static bool none_held() { return held_ == 0; }

 private:
  inline static thread_local int held_ = 0;

  std::mutex mutex_;
  const bool threaded_;
};

using Guard = std::scoped_lock<GuardMutex>;

}  // namespace interleave
