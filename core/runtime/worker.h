#pragma once

#include <coroutine>
#include <utility>

namespace interleave {

// Something that runs one routine at a time: an OS thread, or a slot of the virtual runtime. A Runtime makes it, owns
// it and keeps it for the whole run. Only the worker's own thread touches `next`.
struct Worker {
  // What the worker goes on with as soon as the routine it is in returns control.
  std::coroutine_handle<> next;

  // The trampoline: runs until a routine leaves nothing to go on with, because it is over or parked.
  void run() {
    while (next) std::exchange(next, {}).resume();
  }

  // The same, for a routine that is being suspended, until it would go on itself: then true, and it need not be
  // suspended. False: the worker is parked, and the routine goes on when its turn comes.
  bool runs_back_to(std::coroutine_handle<> routine) {
    while (next && next != routine) std::exchange(next, {}).resume();
    return std::exchange(next, {}) == routine;
  }

 protected:
  Worker() = default;
  ~Worker() = default;
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
};

}  // namespace interleave
