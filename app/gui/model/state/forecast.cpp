#include "app/gui/model/state/forecast.h"

#include <algorithm>
#include <utility>

namespace interleave::gui {

namespace {

constexpr std::size_t kMostAtOnce = 2'000;        // spans of a run: some twenty such runs take less than a frame
constexpr std::size_t kMostCompared = 1'000'000;  // spans of a run: four of them are kept

std::size_t size_of(const Timeline& timeline) {
  std::size_t spans = timeline.output().size();
  for (const TaskTrack& task : timeline.tasks()) spans += task.spans.size() + 1;
  return spans;
}

RunSettings with_mode(RunSettings settings, Mode mode) {
  settings.mode = mode;
  settings.changes.clear();
  return settings;
}

void simulate_modes(const Engine& engine, const Scenario& scenario, const RunSettings& settings, Forecast& forecast) {
  for (Mode mode : kModes) {
    auto& run = forecast.modes[index(mode)];
    if (run == nullptr) run = engine.simulate(scenario, with_mode(settings, mode));
  }
}

void simulate_curve(const Engine& engine, const Scenario& scenario, const RunSettings& settings, Forecast& forecast,
                    const std::atomic<bool>& unwanted) {
  RunSettings pool = with_mode(settings, Mode::pool);
  for (int workers = 1; workers <= kCurveWorkers && !unwanted.load(std::memory_order_relaxed); ++workers) {
    pool.max_workers = workers;
    forecast.curve.push_back({workers, engine.simulate(scenario, pool)->horizon()});
  }
}

}  // namespace

Time Forecast::end() const {
  Time end{};
  for (const auto& run : modes) end = std::max(end, run->horizon());
  return end;
}

int Forecast::enough_workers() const {
  const auto best = std::min_element(curve.begin(), curve.end(),
                                     [](const SweepPoint& a, const SweepPoint& b) { return a.makespan < b.makespan; });
  return best == curve.end() ? 1 : best->max_workers;
}

void Forecaster::give_up() {
  std::erase_if(given_up_, [](const auto& job) { return job->done(); });
  if (job_ == nullptr) return;
  job_->give_up();
  given_up_.push_back(std::move(job_));
}

void Forecaster::ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings,
                     std::shared_ptr<const Timeline> sequential) {
  const bool same_scenario = scenario == scenario_;
  if (same_scenario && settings.max_workers == max_workers_) return;
  give_up();
  auto draft = std::make_shared<Forecast>();
  // Of the same scenario only runs with max_workers depend on their number.
  if (same_scenario && answer_ != nullptr) {
    *draft = *answer_;
    for (const Mode mode : kModes) {
      if (traits(mode).has_max_workers) draft->modes[index(mode)] = nullptr;
    }
  }
  draft->scenario = scenario;
  const std::size_t size = size_of(*sequential);
  draft->modes[index(Mode::sequential)] = std::move(sequential);
  scenario_ = scenario;
  max_workers_ = settings.max_workers;
  answer_ = nullptr;
  if (size > kMostCompared) return;
  auto work = [engine, scenario = std::move(scenario), settings, draft](const std::atomic<bool>& unwanted) {
    simulate_modes(engine, *scenario, settings, *draft);
    if (draft->curve.empty()) simulate_curve(engine, *scenario, settings, *draft, unwanted);
  };
  if (size <= kMostAtOnce) {
    work(std::atomic<bool>(false));
    answer_ = draft;
  } else {
    draft_ = draft;
    job_ = std::make_unique<BackgroundJob>(std::move(work));
  }
}

void Forecaster::forget() {
  give_up();
  scenario_ = nullptr;
  answer_ = nullptr;
}

bool Forecaster::poll() {
  if (job_ == nullptr || !job_->done()) return false;
  answer_ = std::exchange(draft_, nullptr);
  job_ = nullptr;
  return true;
}

}  // namespace interleave::gui
