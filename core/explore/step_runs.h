#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/step.h"

namespace interleave {

// Steps that stand beside each other, from the first to the last.
struct StepRun {
  StepId first = StepId::none;
  StepId last = StepId::none;

  friend bool operator==(const StepRun&, const StepRun&) = default;
};

// Of a step together with those within it, where nothing else is said.
using StepTest = std::function<bool(const Step&)>;

// The shortest run that has all steps in it that pass, as far within others as it goes; none where no step passes.
std::optional<StepRun> span_of(const std::vector<Step>& steps, const StepTest& passes);

// Each step that passes by itself.
std::vector<StepRun> each_of(const std::vector<Step>& steps, const StepTest& passes);

// Every run that begins and ends with a step that passes, and has a step in it that is wanted; those of the outer lists
// first, and the longest first.
std::vector<StepRun> runs_in(const std::vector<Step>& steps, const StepTest& passes, const StepTest& is_wanted);

// Whether the steps, or those within them, are those of the run.
bool contains(const std::vector<Step>& steps, const StepRun& run);

}  // namespace interleave
