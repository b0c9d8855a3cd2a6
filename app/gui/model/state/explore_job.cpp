#include "app/gui/model/state/explore_job.h"

#include <utility>

#include "core/explore/explore.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostStates = 1'000'000;
constexpr std::size_t kMostStatesAtOnce = 2'000;  // where the window has to wait for them
constexpr std::size_t kMostStatesDrawn = 200;

}  // namespace

void ExploreJob::begin(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings) {
  give_up();
  ExploreSettings explored{.run = settings,
                           .limit = engine.background ? kMostStates : kMostStatesAtOnce,
                           .most_states_kept = kMostStatesDrawn};
  draft_ = std::make_shared<Exploration>();
  if (!engine.background) {
    *draft_ = explore(*scenario, explored);
    return;
  }
  job_ = engine.background([scenario = std::move(scenario), explored = std::move(explored),
                            draft = draft_](const std::atomic<bool>& unwanted) mutable {
    explored.goes_on = [&unwanted](std::size_t) { return !unwanted.load(std::memory_order_relaxed); };
    *draft = explore(*scenario, explored);
  });
}

void ExploreJob::give_up() {
  std::erase_if(given_up_, [](const auto& job) { return job->done(); });
  draft_ = nullptr;
  if (job_ == nullptr) return;
  job_->give_up();
  given_up_.push_back(std::move(job_));
}

std::shared_ptr<const Exploration> ExploreJob::take() {
  if (draft_ == nullptr || (job_ != nullptr && !job_->done())) return nullptr;
  job_ = nullptr;
  return std::exchange(draft_, nullptr);
}

}  // namespace interleave::gui
