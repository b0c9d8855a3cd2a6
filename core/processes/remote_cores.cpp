#include "core/processes/remote_cores.h"

#include <utility>

namespace interleave {

MessageKind RemoteCores::ask(MessageKind what, Waiter& waiter) {
  std::unique_lock lock(mutex_);
  waiter_ = &waiter;
  answer_.reset();
  // Without the other process this one ends at once, and nobody needs an answer.
  channel_.send(what);
  answered_.wait(lock, [this] { return answer_.has_value(); });
  return *answer_;
}

bool RemoteCores::take_or_queue(Waiter& waiter, Time /*now*/) {
  if (ask(MessageKind::ask_for_core, waiter) == MessageKind::has_core) return true;
  waiter.queued();
  return false;
}

bool RemoteCores::pass_on(Waiter& waiter, Time /*now*/) {
  if (ask(MessageKind::pass_core_on, waiter) == MessageKind::nobody_waits) return false;
  waiter.queued();
  return true;
}

void RemoteCores::give_back() { channel_.send(MessageKind::give_core_back); }

// Only where the run stops, and then this process is ended from outside.
bool RemoteCores::leave_queue(Waiter& /*waiter*/) { return true; }

void RemoteCores::hear(MessageKind said) {
  const std::scoped_lock lock(mutex_);
  if (said == MessageKind::granted) {
    waiter_->granted();
    return;
  }
  answer_ = said;
  answered_.notify_one();
}

}  // namespace interleave
