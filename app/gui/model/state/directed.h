#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/state/explore_job.h"
#include "core/explore/exploration.h"
#include "core/record/schedule.h"
#include "core/run/directed_run.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

// An order that was left, for when its user comes back to that program.
struct KeptOrder {
  std::shared_ptr<const Scenario> scenario;
  RunSettings settings;
  Schedule order;
};

// The run on the screen while the user says whose step that counts comes next.
struct Directed {
  struct Moment {
    DirectedRun run;
    Token by;         // the step that led there
    std::string did;  // what it did; empty at the start
  };
  std::vector<Moment> moments;  // at the start, and behind each step; never empty

  Schedule planned;       // steps that are to be shown one after another, the next one first
  double until_next = 0;  // seconds, until that one is

  ExploreJob job;
  std::shared_ptr<const Exploration> remaining;  // what every way to go on comes to; null until that is known

  const DirectedRun& now() const { return moments.back().run; }
  // The steps so far.
  Schedule taken() const {
    Schedule schedule;
    for (std::size_t i = 1; i < moments.size(); ++i) schedule.push_back(moments[i].by);
    return schedule;
  }
};

}  // namespace interleave::gui
