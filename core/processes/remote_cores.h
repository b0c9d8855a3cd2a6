#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/processes/channel.h"
#include "core/threads/core_tokens.h"

namespace interleave {

// The cores of the run's machine, as a worker process has them: the process that it belongs to hands them out. Its one
// worker asks, and another thread receives what is said to it.
class RemoteCores final : public Tokens {
 public:
  explicit RemoteCores(Channel& channel) : channel_(channel) {}

  bool take_or_queue(Waiter& waiter, Time now) override;
  bool pass_on(Waiter& waiter, Time now) override;
  void give_back() override;
  bool leave_queue(Waiter& waiter) override;

  // What the other process says about them. The receiving thread.
  void hear(MessageKind said);

 private:
  MessageKind ask(MessageKind what, Waiter& waiter);

  Channel& channel_;
  std::mutex mutex_;  // of what follows
  std::condition_variable answered_;
  std::optional<MessageKind> answer_;
  Waiter* waiter_ = nullptr;  // who asked last
};

}  // namespace interleave
