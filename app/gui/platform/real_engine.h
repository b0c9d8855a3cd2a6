#pragma once

#include "app/gui/model/state/engine.h"

namespace interleave::gui {

// The engine with threads: runs on the real clock are LiveRuns, and work beside the window has a thread of its own.
Engine real_engine();

}  // namespace interleave::gui
