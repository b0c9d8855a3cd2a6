#pragma once

#include <optional>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// The step that printed each line of the run's output. That is not recorded: a task prints its lines in the order of
// its steps, which its program tells. Takes as long as walking over all steps up to the last that printed.
std::vector<StepId> printing_steps(const Scenario& scenario, const Timeline& run);

// The span that led to the line, as a position among its task's: a print takes no time. None where there is no such.
std::optional<std::size_t> span_before(const Timeline& run, const OutputLine& line);

}  // namespace interleave::gui
