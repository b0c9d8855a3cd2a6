#include "app/gui/model/state/explorer.h"

#include <algorithm>
#include <utility>

#include "core/explore/explore.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostStates = 1'000'000;
constexpr std::size_t kMostStatesAtOnce = 2'000;  // where the window has to wait for them

// Of a program only runs with max_workers depend on their number, and none on how long anything takes.
bool is_known_already(Mode mode, const RunSettings& before, const RunSettings& now) {
  return !traits(mode).has_max_workers || before.max_workers == now.max_workers;
}

}  // namespace

void Explorer::give_up() {
  std::erase_if(given_up_, [](const auto& job) { return job->done(); });
  draft_ = nullptr;
  if (job_ == nullptr) return;
  job_->give_up();
  given_up_.push_back(std::move(job_));
}

void Explorer::ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings) {
  const bool same = scenario == scenario_;
  if (same && settings.max_workers == settings_.max_workers && settings.mode == settings_.mode) return;
  give_up();
  for (const Mode mode : kModes) {
    if (!same || !is_known_already(mode, settings_, settings)) modes_[index(mode)] = {};
  }
  scenario_ = std::move(scenario);
  settings_ = settings;
  engine_ = engine;
  begin_next();
}

void Explorer::forget() {
  give_up();
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
    ExploreSettings settings{.run = settings_, .limit = engine_.background ? kMostStates : kMostStatesAtOnce};
    settings.run.mode = mode_;
    if (auto why = exploration_refusal(*scenario_, settings)) {
      modes_[index(mode_)].refusal = std::move(*why);
      continue;
    }
    if (!engine_.background) {
      modes_[index(mode_)].found = std::make_shared<const Exploration>(explore(*scenario_, settings));
      continue;
    }
    draft_ = std::make_shared<Exploration>();
    job_ =
        engine_.background([scenario = scenario_, settings, draft = draft_](const std::atomic<bool>& unwanted) mutable {
          settings.goes_on = [&unwanted](std::size_t) { return !unwanted.load(std::memory_order_relaxed); };
          *draft = explore(*scenario, settings);
        });
    return;
  }
}

bool Explorer::poll() {
  if (draft_ == nullptr || !job_->done()) return false;
  job_ = nullptr;
  modes_[index(mode_)].found = std::exchange(draft_, nullptr);
  begin_next();
  return true;
}

}  // namespace interleave::gui
