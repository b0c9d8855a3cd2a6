#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/explore/exploration.h"
#include "core/run/directed_run.h"
#include "core/timeline/timeline.h"

// A run that the user directs, in words.
namespace interleave::gui {

// What the task would do next: "write 0 to tickets", "take lock m", "end".
std::string choice_text(const Timeline& timeline, const DirectedRun::Choice& choice);
// What the step did that led from one moment to the next.
std::string done_text(const DirectedRun& before, const DirectedRun::Choice& choice, const DirectedRun& after);
// The same as short as can be: "read 1", "took m".
std::string brief(const RunInfo& info, const Access& access);

// The choices that are that task's, each as a schedule writes it.
struct OfferedStep {
  std::string token;
  std::string text;
};
std::vector<OfferedStep> steps_of(const DirectedRun& run, TaskId task);

// Why the task cannot take a step now: "it waits for lock m, held by desk 1"; "it has finished".
std::string why_it_cannot(const Timeline& timeline, TaskId task);

// What all ways to go on from a moment come to: "From here 3 orders are possible: 2 go wrong, 1 ends well."
std::string remaining_text(const Exploration& remaining);

// What has been found, as soon as it is certain.
struct Find {
  bool is_bad = false;
  std::string title;                   // "Found: an update is lost."
  std::vector<std::string> sentences;  // that explain it
};
std::optional<Find> find_in(const DirectedRun& run);

}  // namespace interleave::gui
