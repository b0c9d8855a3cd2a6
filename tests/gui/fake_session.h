#pragma once

#include <memory>
#include <vector>

#include "app/gui/model/state/engine.h"
#include "tests/support/events.h"

namespace interleave::gui {

// A run on the real clock whose clock and record the test moves by hand.
struct FakeRun {
  std::shared_ptr<Timeline> timeline;
  Time now{};
  bool paused = false;
  double speed = 1;
  int max_workers = 0;
};

// An engine whose real runs are `run`; simulation is the real one.
Engine engine_of(std::shared_ptr<FakeRun> run);

}  // namespace interleave::gui
