#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/state/engine.h"
#include "app/gui/model/state/explore_job.h"
#include "core/explore/exploration.h"
#include "core/run/run_settings.h"

namespace interleave::gui {

// What is known of every interleaving of a scenario in one mode.
struct ExploredMode {
  std::string refusal;                       // why it cannot be explored; empty: it can
  std::shared_ptr<const Exploration> found;  // null: refused, or not known yet
};
using ExploredModes = std::array<ExploredMode, kModes.size()>;

// Explores a scenario in every mode, the one on the screen first. Belongs to one thread.
class Explorer {
 public:
  // That scenario, from now on.
  void ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings);
  // None, from now on.
  void forget();
  // True when something has become known since the last time.
  bool poll();
  bool computing() const { return job_.computing(); }
  // Of what was asked last; null where nothing was.
  const ExploredModes* answer() const { return scenario_ != nullptr ? &modes_ : nullptr; }
  // The same in that mode; null also where it is refused, or not known yet.
  std::shared_ptr<const Exploration> found_in(Mode mode) const {
    return scenario_ != nullptr ? modes_[index(mode)].found : nullptr;
  }

 private:
  void begin_next();

  std::shared_ptr<const Scenario> scenario_;
  RunSettings settings_;
  ExploredModes modes_;
  Engine engine_;
  Mode mode_{};  // that is being explored
  ExploreJob job_;
};

}  // namespace interleave::gui
