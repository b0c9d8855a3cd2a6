#pragma once

#include <memory>

#include "core/base/mode.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// What is run, in any order of its steps. What a run of it shows, all runs of it may tell.
struct RunSubject {
  std::shared_ptr<const Scenario> scenario;
  Mode mode = Mode::sequential;
  int max_workers = 0;  // 0: the mode has no such limit
  bool gil = false;     // its threads compete for one
};

RunSubject subject_of(std::shared_ptr<const Scenario> scenario, const RunSettings& settings);
// Whether they run alike, whatever their scenarios are called.
bool same_subject(const RunSubject& one, const RunSubject& other);
// Whether their tasks have the same names, in any order.
bool same_task_names(const RunSubject& one, const RunSubject& other);

// Whether runs have the same mode, tasks and bars, so that one tells what the other does, whatever they are runs of.
bool same_bars(const Timeline& one, const Timeline& other);

}  // namespace interleave::gui
