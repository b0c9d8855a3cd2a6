#pragma once

#include <string>
#include <vector>

#include "core/explore/state_graph.h"
#include "core/record/schedule.h"
#include "core/run/directed_run.h"

// A state of a program's graph, in words.
namespace interleave::gui {

// A shortest way to the state from the first one.
Schedule way_to(const StateGraph& graph, std::uint32_t state);
// The states that the schedule comes through, from the first one on, as far as the graph knows them.
std::vector<std::uint32_t> states_on(const StateGraph& graph, const Schedule& schedule);

// What tasks share as the run stands: "tickets 1, lock m held by desk 1".
std::string shared_values_text(const Timeline& timeline);
// A line for each task: what it can do next, or why it cannot.
std::vector<std::string> task_lines(const DirectedRun& run);

}  // namespace interleave::gui
