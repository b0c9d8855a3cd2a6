#pragma once

#include "core/processes/channel.h"
#include "core/threads/os_runtime.h"

namespace interleave {

// A worker process's place among those that want a core of the run's machine, which this process hands out. Belongs to
// the thread that waits for that process.
class CoreSeat final : Tokens::Waiter {
 public:
  // Both outlive it.
  CoreSeat(Channel& channel, OsRuntime& runtime) : channel_(channel), runtime_(runtime) {}

  // What the process asks.
  void answer(MessageKind asked);
  // It asks no more: what it has or waits for goes to others.
  void leave();

 private:
  enum class Has : std::uint8_t { nothing, core, place_in_queue };

  void queued() override {}
  void granted() override { channel_.send(MessageKind::granted); }

  Channel& channel_;
  OsRuntime& runtime_;
  Has has_ = Has::nothing;  // `place_in_queue`, or a core since
};

}  // namespace interleave
