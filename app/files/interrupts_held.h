#pragma once

#include <signal.h>

namespace interleave {

// While one lives, signals that would end the process wait: for the moments in which a half-written file exists. A
// thread that is started meanwhile never takes one.
class InterruptsHeld {
 public:
  InterruptsHeld();
  ~InterruptsHeld();
  InterruptsHeld(const InterruptsHeld&) = delete;
  InterruptsHeld& operator=(const InterruptsHeld&) = delete;

 private:
  sigset_t before_;
};

}  // namespace interleave
