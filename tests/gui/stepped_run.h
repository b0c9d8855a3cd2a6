#pragma once

#include <memory>

#include "app/gui/model/state/engine.h"

namespace interleave::gui {

// The seconds of the host's clock, which a test lets pass.
using HostClock = std::shared_ptr<double>;

// An engine whose runs on the real clock are those of the simulation, recorded as the host's clock comes to what
// happens: they grow, are paused, go faster and end like real ones, the same every time. They have the limit of workers
// they began with.
Engine stepped_engine(HostClock clock);

}  // namespace interleave::gui
