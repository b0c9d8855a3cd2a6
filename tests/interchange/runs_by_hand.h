#pragma once

#include "core/timeline/timeline.h"

// Whole runs, written event by event.
namespace interleave::testing {

Timeline coffee_shop_as_coroutines();
Timeline coffee_shop_in_sequence();
// Two workers, three tasks; cake waits for a core for a while and fails.
Timeline pool_with_a_failure();
// Two processes, each with a variable and a lock of its own, and three tasks that have not touched them.
Timeline two_processes();
// A run of another program, without a scenario and in no mode: three tasks on three threads, the last of which came up
// while it went on and failed. Of one step the word is known.
Timeline run_of_another_program();
// Three threads within 4.2 ms: one sleeps until the run is cancelled, one late for its turn, one over in 10 us; a
// fourth task never came to be.
Timeline cancelled_threads();

}  // namespace interleave::testing
