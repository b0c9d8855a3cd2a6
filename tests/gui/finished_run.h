#pragma once

#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/support/events.h"

namespace interleave::gui {

// A window on a built-in scenario whose simulated run in that mode has ended.
struct FinishedRun : Headless {
  explicit FinishedRun(Mode mode, std::string_view scenario = "coffee-shop") : Headless(only(scenario)) {
    update(state, command::SetMode{mode});
    update(state, command::Run{});
    pass(1000);
    pass(1);
    frame();
  }

  // Where a moment of the run stands on the screen.
  float x(double time) const {
    const TimeScale scale(state.viewport.range(), drawn().lanes.left, drawn().lanes.right);
    return static_cast<float>(scale.x(time));
  }
  // A point of the lanes where no bar is: below the second one.
  Point between_lanes(double time) const { return {x(time), bar_of_lane(1).box.bottom + 6}; }
  DrawnBar bar_of_lane(std::size_t lane) const { return bars(lane).at(0); }

  void press(Key key, bool shift = false) { press_key({key, 0, false, shift}); }
  void press_with_control(Key key) { press_key({key, 0, true, false}); }
};

using testing::at;

}  // namespace interleave::gui
