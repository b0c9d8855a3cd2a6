#pragma once

#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/execution/program.h"
#include "core/run/directed_run.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

// A scenario made ready to run on the virtual clock, any number of times: it is compiled once. Refers to the scenario,
// which must outlive it. Never changes, so that threads may share it.
class Simulator {
 public:
  explicit Simulator(const Scenario& scenario);
  explicit Simulator(const Scenario&&) = delete;

  // The whole run, at once. The same input gives the same timeline.
  std::shared_ptr<const Timeline> run(const RunSettings& settings) const;
  // The same of a run whose steps that count come in the order of the settings' schedule; or why they cannot.
  Result<std::shared_ptr<const Timeline>, std::string> run_by_schedule(const RunSettings& settings) const;
  // The same, but behind the schedule it stands still.
  Result<DirectedRun, std::string> direct(const RunSettings& settings) const;

 private:
  Program program_;
  RunInfo info_;  // what is known of every run
};

// One run of it.
std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave
