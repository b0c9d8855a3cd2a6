#include "core/processes/core_seat.h"

#include <utility>

namespace interleave {

void CoreSeat::answer(MessageKind asked) {
  Tokens& cores = runtime_.cores();
  // The grant may come before the answer that it is waited for.
  if (asked == MessageKind::ask_for_core) {
    const bool has_it = cores.take_or_queue(*this, runtime_.now());
    has_ = has_it ? Has::core : Has::place_in_queue;
    channel_.send(has_it ? MessageKind::has_core : MessageKind::must_wait);
  } else if (asked == MessageKind::pass_core_on) {
    const bool passed = cores.pass_on(*this, runtime_.now());
    if (passed) has_ = Has::place_in_queue;
    channel_.send(passed ? MessageKind::must_wait : MessageKind::nobody_waits);
  } else if (asked == MessageKind::give_core_back) {
    has_ = Has::nothing;
    cores.give_back();
  }
}

void CoreSeat::leave() {
  Tokens& cores = runtime_.cores();
  const Has had = std::exchange(has_, Has::nothing);
  if (had == Has::core || (had == Has::place_in_queue && !cores.leave_queue(*this))) cores.give_back();
}

}  // namespace interleave
