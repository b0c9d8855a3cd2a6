#include "app/gui/model/state/explorer.h"

#include <algorithm>
#include <utility>

#include "core/explore/explore.h"

namespace interleave::gui {

namespace {

// Of a program only runs with max_workers depend on their number, and none on how long anything takes.
bool is_known_already(Mode mode, const RunSettings& before, const RunSettings& now) {
  return !traits(mode).has_max_workers || before.max_workers == now.max_workers;
}

}  // namespace

void Explorer::ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings) {
  const bool same = scenario == scenario_;
  if (same && settings.max_workers == settings_.max_workers && settings.mode == settings_.mode) return;
  job_.give_up();
  for (const Mode mode : kModes) {
    if (!same || !is_known_already(mode, settings_, settings)) modes_[index(mode)] = {};
  }
  scenario_ = std::move(scenario);
  settings_ = settings;
  engine_ = engine;
  begin_next();
}

void Explorer::forget() {
  job_.give_up();
  scenario_ = nullptr;
  modes_ = {};
}

// Explores the next mode of which nothing is known.
void Explorer::begin_next() {
  const auto is_open = [&](Mode mode) {
    const ExploredMode& known = modes_[index(mode)];
    return known.found == nullptr && known.refusal.empty();
  };
  for (;;) {
    const auto open = std::find_if(kModes.begin(), kModes.end(), is_open);
    if (open == kModes.end()) return;
    mode_ = is_open(settings_.mode) ? settings_.mode : *open;
    RunSettings settings = settings_;
    settings.mode = mode_;
    if (auto why = exploration_refusal(*scenario_, {.run = settings})) {
      modes_[index(mode_)].refusal = std::move(*why);
      continue;
    }
    begin_exploring(job_, engine_, scenario_, settings);
    modes_[index(mode_)].found = engine_.background ? nullptr : job_.take();
    if (engine_.background) return;
  }
}

bool Explorer::poll() {
  auto found = job_.take();
  if (found == nullptr) return false;
  modes_[index(mode_)].found = std::move(found);
  begin_next();
  return true;
}

}  // namespace interleave::gui
