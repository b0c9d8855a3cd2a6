#include "app/gui/model/state/engine.h"

#include "core/run/simulate.h"

namespace interleave::gui {

Engine engine_without_threads() { return {simulate, {}, {}}; }

}  // namespace interleave::gui
