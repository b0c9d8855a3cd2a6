#pragma once

#include "app/gui/model/engine.h"

namespace interleave::gui {

// The real engine, but for runs on the real clock: such a run is simulated at once, and over when it is first looked
// at. No thread runs and no time passes.
Engine instant_engine();

}  // namespace interleave::gui
