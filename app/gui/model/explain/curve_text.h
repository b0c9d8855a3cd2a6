#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/state/forecast.h"

namespace interleave::gui {

inline constexpr std::string_view kWhoHasMaxWorkers = "Only the thread pool and processes have max_workers";

// What the curve of makespan by max_workers says: "Now 1: 9.00 s.  Best of 1..16: 2 workers, 5.00 s." The best are the
// fewest with the shortest time, among the curve's and the number that is set, if the mode has one. As it is told with
// room, and then in fewer and fewer words.
std::vector<std::string> curve_texts(const Forecast& forecast, const RunSettings& settings);

// What stands before the time of a run that did not go well: "deadlock at ", "failure after ".
std::string_view before_time(Outcome outcome);

}  // namespace interleave::gui
