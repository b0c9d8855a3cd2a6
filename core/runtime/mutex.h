#pragma once

namespace interleave {

// Who has locked it keeps every other worker out until he unlocks it. Made by a Runtime whose workers are threads.
class Mutex {
 public:
  virtual ~Mutex() = default;
  virtual void lock() = 0;
  virtual void unlock() = 0;
};

}  // namespace interleave
