#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/state/engine.h"
#include "core/explore/exploration.h"
#include "core/run/run_settings.h"

namespace interleave::gui {

// What is known of every interleaving of a scenario in one mode.
struct ExploredMode {
  std::string refusal;                       // why it cannot be explored; empty: it can
  std::shared_ptr<const Exploration> found;  // null: refused, or not known yet
};
using ExploredModes = std::array<ExploredMode, kModes.size()>;

// Explores a scenario in every mode, the one on the screen first: in the background, or, where there is none, at once
// and no further than a frame allows. Belongs to one thread.
class Explorer {
 public:
  // That scenario, from now on.
  void ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings);
  // None, from now on.
  void forget();
  // True when something has become known since the last time.
  bool poll();
  bool computing() const { return draft_ != nullptr; }
  // Of what was asked last; null where nothing was.
  const ExploredModes* answer() const { return scenario_ != nullptr ? &modes_ : nullptr; }

 private:
  void give_up();
  void begin_next();

  std::shared_ptr<const Scenario> scenario_;
  RunSettings settings_;
  ExploredModes modes_;
  Engine engine_;
  Mode mode_{};                         // that is being explored
  std::shared_ptr<Exploration> draft_;  // of that mode: what the background makes
  std::unique_ptr<BackgroundWork> job_;
  std::vector<std::unique_ptr<BackgroundWork>> given_up_;  // until they return
};

}  // namespace interleave::gui
