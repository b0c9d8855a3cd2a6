#pragma once

namespace interleave {

// Asked before a virtual clock goes on, while nobody has a turn: whether it stands still instead, as somebody would be
// late else. Then it stands still for ever, and the run with it.
class ClockStop {
 public:
  virtual bool stops_clock() const = 0;

 protected:
  ~ClockStop() = default;
};

}  // namespace interleave
