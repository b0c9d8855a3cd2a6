#pragma once

#include "core/timeline/timeline.h"

// Whole runs, written event by event.
namespace interleave::testing {

Timeline coffee_shop_as_coroutines();
Timeline coffee_shop_in_sequence();
// Two workers, three tasks; cake waits for a core for a while and fails.
Timeline pool_with_a_failure();
// Three threads within 4.2 ms: one sleeps until the run is cancelled, one late for its turn, one over in 10 us; a
// fourth task never came to be.
Timeline cancelled_threads();

}  // namespace interleave::testing
