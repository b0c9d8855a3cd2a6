#pragma once

#include "core/timeline/timeline.h"

namespace interleave::gui {

// When an event loop last looked at its timers, up to `now`: at the beginning of its last round. Read off the turns, of
// which those of one round were all ready at its beginning.
Time last_look_at_timers(const Timeline& timeline, Time now);

}  // namespace interleave::gui
