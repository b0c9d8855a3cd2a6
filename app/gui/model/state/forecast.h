#pragma once

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "app/gui/model/state/engine.h"
#include "core/run/comparison.h"

namespace interleave::gui {

inline constexpr int kCurveWorkers = 16;

// The mode whose makespan by max_workers is shown with that mode: itself where it has such a limit, else the pool.
constexpr Mode mode_of_curve(Mode mode) { return traits(mode).has_max_workers ? mode : Mode::pool; }

// The makespan for max_workers 1 .. kCurveWorkers.
using Curve = std::vector<SweepPoint>;

// What the simulation says of a scenario: the run in each mode that it can run in, and the makespan for every number of
// workers in those that have such a limit.
struct Forecast {
  std::shared_ptr<const Scenario> scenario;
  std::array<std::shared_ptr<const Timeline>, kModes.size()> modes;  // null: refused, or left out
  std::array<Curve, kModes.size()> curves;                           // empty: refused, or without such a limit

  std::vector<Mode> left_out = {};  // which nobody asked about

  bool has(Mode mode) const { return modes[index(mode)] != nullptr; }
  // Of a mode that it has.
  const Timeline& of(Mode mode) const { return *modes[index(mode)]; }
  const Curve& curve_of(Mode mode) const { return curves[index(mode_of_curve(mode))]; }
  // In the order in which they are shown.
  std::vector<std::shared_ptr<const Timeline>> runs() const;
  std::vector<Mode> modes_run() const;
  std::vector<Mode> modes_refused() const;
  // Without the other modes; none named: all of it.
  Forecast only(const std::vector<Mode>& wanted) const;
  // The end of the longest.
  Time end() const;
};

// The fewest workers with which it takes as long as with kCurveWorkers.
int enough_workers(const Curve& curve);

// Makes forecasts: of small scenarios at once, of large ones in the background, or in slices where there is none.
// Belongs to one thread.
class Forecaster {
 public:
  // Of that scenario, from now on. `sequential` is its virtual sequential run, which tells how large it is.
  void ask(const Engine& engine, std::shared_ptr<const Scenario> scenario, const RunSettings& settings,
           std::shared_ptr<const Timeline> sequential);
  // Of nothing, from now on.
  void forget();
  // True when an answer has come in since the last time. Without a background this is what simulates: run after run
  // until a small part of a frame is over.
  bool poll();
  bool computing() const { return draft_ != nullptr; }
  // Whether nothing goes on unless poll() is called.
  bool waits_for_poll() const { return simulate_next_ != nullptr; }
  // Of what was asked last; null while that is being computed, or where it is too large to compare.
  const Forecast* answer() const { return answer_.get(); }

 private:
  void give_up();
  bool simulate_for_a_slice() const;

  std::shared_ptr<const Scenario> scenario_;
  RunSettings settings_;
  std::shared_ptr<const Forecast> answer_;
  std::shared_ptr<Forecast> draft_;  // what is being computed: by the background, or by poll()
  std::unique_ptr<BackgroundWork> job_;
  std::function<bool()> simulate_next_;                    // of the draft; false when nothing is left
  std::vector<std::unique_ptr<BackgroundWork>> given_up_;  // until they return
};

}  // namespace interleave::gui
