#pragma once

#include "core/listing/outline.h"

namespace interleave {

// What the main program makes of the ends of the tasks that it submits, in its mode. The same in both languages.
struct MainEnds {
  bool one_by_one = false;      // each is submitted once the one before it has ended
  bool is_group = false;        // on a loop: with the first that fails the others are cancelled
  bool cancels_queued = false;  // on workers: those that wait to begin
  bool leaves = false;          // it ends when what it awaits is over; on threads there is nobody whom it could leave
  bool hears = false;           // of a failure, behind which it does something else
  bool gathers = false;         // on a loop: it awaits all together
  bool stops_at_due = false;    // on workers: it hears of a failure while it waits until the next ones are due
};

MainEnds main_ends(const Outline& outline);

}  // namespace interleave
