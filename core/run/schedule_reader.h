#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/record/schedule.h"
#include "core/scenario/scenario.h"

namespace interleave {

std::vector<std::string> task_names(const Scenario& scenario);

// What the text of a schedule says; or what is wrong with it: `step 3, "desc 2": no task is called so; did you mean
// "desk 2"?`. `names` of the tasks, by id.
Result<Schedule, std::string> read_schedule(std::string_view text, const std::vector<std::string>& names);

}  // namespace interleave
