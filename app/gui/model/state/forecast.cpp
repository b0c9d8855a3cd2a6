#include "app/gui/model/state/forecast.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostAtOnce = 1'000;        // spans of a run: some forty such runs take less than a frame
constexpr std::size_t kMostCompared = 1'000'000;  // spans of a run: one in each mode is kept
constexpr std::chrono::milliseconds kSlice(4);    // of a frame
// What is at once at most: a loop that never ends has no spans, and takes as long as all steps that are allowed.
constexpr std::chrono::milliseconds kAtOnce(500);

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

// Makes what a forecast lacks, run by run. Has compiled the scenario.
class ForecastMaker {
 public:
  ForecastMaker(const Scenario& scenario, RunSettings settings) : simulator_(scenario), settings_(std::move(settings)) {
    std::copy_if(kModes.begin(), kModes.end(), std::back_inserter(modes_),
                 [&](Mode mode) { return !refusal(scenario, mode); });
  }

  // One of the runs; false when none is lacking.
  bool next(Forecast& forecast) const {
    for (const Mode mode : modes_) {
      auto& run = forecast.modes[index(mode)];
      if (run != nullptr) continue;
      run = simulator_.run(with_mode(settings_, mode));
      return true;
    }
    return std::any_of(modes_.begin(), modes_.end(), [&](Mode mode) {
      return traits(mode).has_max_workers && add_point(mode, forecast.curves[index(mode)]);
    });
  }

 private:
  bool add_point(Mode mode, Curve& curve) const {
    if (curve.size() == kCurveWorkers) return false;
    RunSettings settings = with_mode(settings_, mode);
    settings.max_workers = static_cast<int>(curve.size()) + 1;
    const auto run = simulator_.run(settings);
    curve.push_back({settings.max_workers, run->horizon(), run->end()->outcome});
    return true;
  }

  Simulator simulator_;
  RunSettings settings_;
  std::vector<Mode> modes_;
};

}  // namespace

std::vector<std::shared_ptr<const Timeline>> Forecast::runs() const {
  std::vector<std::shared_ptr<const Timeline>> all;
  std::copy_if(modes.begin(), modes.end(), std::back_inserter(all), [](const auto& run) { return run != nullptr; });
  return all;
}

std::vector<Mode> Forecast::modes_run() const {
  std::vector<Mode> all;
  std::copy_if(kModes.begin(), kModes.end(), std::back_inserter(all), [&](Mode mode) { return has(mode); });
  return all;
}

std::vector<Mode> Forecast::modes_refused() const {
  std::vector<Mode> all;
  std::copy_if(kModes.begin(), kModes.end(), std::back_inserter(all), [&](Mode mode) {
    return !has(mode) && std::find(left_out.begin(), left_out.end(), mode) == left_out.end();
  });
  return all;
}

Forecast Forecast::only(const std::vector<Mode>& wanted) const {
  Forecast rest = *this;
  for (const Mode mode : kModes) {
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), mode) != wanted.end()) continue;
    rest.modes[index(mode)] = nullptr;
    rest.left_out.push_back(mode);
  }
  return rest;
}

Time Forecast::end() const {
  Time end{};
  for (const auto& run : runs()) end = std::max(end, run->horizon());
  return end;
}

int enough_workers(const Curve& curve) {
  const auto best = std::min_element(curve.begin(), curve.end(), [](const SweepPoint& a, const SweepPoint& b) {
    // What fails or deadlocks is never the best.
    const auto rank = [](const SweepPoint& point) {
      return std::tuple(point.outcome != Outcome::finished, point.outcome == Outcome::deadlocked, point.makespan);
    };
    return rank(a) < rank(b);
  });
  return best == curve.end() ? 1 : best->max_workers;
}

void Forecaster::give_up() {
  std::erase_if(given_up_, [](const auto& job) { return job->done(); });
  draft_ = nullptr;
  simulate_next_ = nullptr;
  if (job_ == nullptr) return;
  job_->give_up();
  given_up_.push_back(std::move(job_));
}

void Forecaster::ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings,
                     std::shared_ptr<const Timeline> sequential) {
  const bool same_scenario = scenario == scenario_;
  const bool same_program =
      same_scenario && settings.language == settings_.language && has_gil(settings) == has_gil(settings_);
  if (same_program && settings.max_workers == settings_.max_workers) return;
  give_up();
  auto draft = std::make_shared<Forecast>();
  // Of the same program only runs with max_workers depend on their number.
  if (same_program && answer_ != nullptr) {
    *draft = *answer_;
    for (const Mode mode : kModes) {
      if (traits(mode).has_max_workers) draft->modes[index(mode)] = nullptr;
    }
  }
  draft->scenario = scenario;
  const std::size_t size = size_of(*sequential);
  draft->modes[index(Mode::sequential)] = std::move(sequential);
  scenario_ = std::move(scenario);
  settings_ = settings;
  answer_ = nullptr;
  if (size > kMostCompared) return;
  // Compiled by the first step, wherever that is done.
  auto next = [settings, draft, maker = std::shared_ptr<const ForecastMaker>()]() mutable {
    if (maker == nullptr) maker = std::make_shared<const ForecastMaker>(*draft->scenario, settings);
    return maker->next(*draft);
  };
  if (size <= kMostAtOnce) {
    const auto end = std::chrono::steady_clock::now() + kAtOnce;
    bool lacks_any = true;
    while (lacks_any && std::chrono::steady_clock::now() < end) lacks_any = next();
    if (!lacks_any) {
      answer_ = draft;
      return;
    }
  }
  draft_ = draft;
  if (engine.background) {
    job_ = engine.background([next](const std::atomic<bool>& unwanted) mutable {
      while (!unwanted.load(std::memory_order_relaxed) && next()) continue;
    });
  } else {
    simulate_next_ = next;
  }
}

void Forecaster::forget() {
  give_up();
  scenario_ = nullptr;
  answer_ = nullptr;
}

// Whether nothing is left.
bool Forecaster::simulate_for_a_slice() const {
  const auto end = std::chrono::steady_clock::now() + kSlice;
  while (simulate_next_()) {
    if (std::chrono::steady_clock::now() >= end) return false;
  }
  return true;
}

bool Forecaster::poll() {
  if (draft_ == nullptr) return false;
  if (job_ != nullptr ? !job_->done() : !simulate_for_a_slice()) return false;
  answer_ = std::exchange(draft_, nullptr);
  job_ = nullptr;
  simulate_next_ = nullptr;
  return true;
}

}  // namespace interleave::gui
