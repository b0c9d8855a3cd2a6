#include "app/gui/model/state/explore_job.h"

#include <utility>

#include "core/explore/explore.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostStates = 1'000'000;
constexpr std::size_t kMostStatesAtOnce = 2'000;  // where the window has to wait for them

}  // namespace

void begin_exploring(ExploreJob& job, const Engine& engine, std::shared_ptr<const Scenario> scenario,
                     const RunSettings& settings) {
  const std::size_t limit = engine.background ? kMostStates : kMostStatesAtOnce;
  job.begin(engine, [scenario = std::move(scenario), settings, limit](const ExploreJob::Wanted& wanted) {
    return explore(*scenario, {.run = settings,
                               .limit = limit,
                               .most_states_kept = kMostStatesDrawn,
                               .goes_on = [&wanted](std::size_t) { return wanted(); }});
  });
}

}  // namespace interleave::gui
