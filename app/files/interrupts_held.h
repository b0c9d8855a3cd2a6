#pragma once

namespace interleave {

// While one lives, signals that would end the process wait. For the moments in which a half-written file exists.
class InterruptsHeld {
 public:
  InterruptsHeld();
  ~InterruptsHeld();
  InterruptsHeld(const InterruptsHeld&) = delete;
  InterruptsHeld& operator=(const InterruptsHeld&) = delete;
};

}  // namespace interleave
