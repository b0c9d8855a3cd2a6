#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "app/gui/model/state/engine.h"
#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

// Explores one thing at a time: in the background, or, where there is none, at once and no further than a frame allows.
// Belongs to one thread.
class ExploreJob {
 public:
  // That from now on, and no more what was begun before. It can be explored.
  void begin(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings);
  void give_up();
  bool computing() const { return draft_ != nullptr; }
  // What came out, once; null until it is there.
  std::shared_ptr<const Exploration> take();

 private:
  std::shared_ptr<Exploration> draft_;                     // what is being made
  std::unique_ptr<BackgroundWork> job_;                    // null: it was made at once
  std::vector<std::unique_ptr<BackgroundWork>> given_up_;  // until they return
};

}  // namespace interleave::gui
