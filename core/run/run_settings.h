#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/language.h"
#include "core/base/mode.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

// Everything that decides a run besides its scenario.
struct RunSettings {
  Mode mode = Mode::sequential;
  int max_workers = 2;                    // 1 .. kMostWorkers; matters in pool mode
  Language language = Language::python;   // of the program that the run is one of
  bool gil = true;                        // a Python interpreter lets one thread at a time go on; C++ has none
  std::uint64_t seed = 0;                 // 0: ties in order of request; another seed shuffles them
  Schedule schedule;                      // of a virtual run: the order of its steps that count, from the start
  Timing timing = Timing::any;            // what the schedule supposes of time
  bool with_lines = false;                // printed lines count too
  std::vector<MaxWorkersChange> changes;  // of a virtual run, by time
  std::optional<int> most_threads;        // of a real run: refuse more, as a system does that has no more to give

  friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

// Whether the run has an interpreter's lock.
constexpr bool has_gil(const RunSettings& settings) { return settings.language == Language::python && settings.gil; }

// The scenario's own mode, max_workers and interpreter's lock.
RunSettings default_settings(const Scenario& scenario);

}  // namespace interleave
