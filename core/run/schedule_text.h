#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/execution/schedule.h"
#include "core/scenario/scenario.h"

// Schedules as text: `desk 1, desk 2:2, desk 1`. A token is a task's name; `!` behind it says that the time of its wait
// is up, `!!` that its own time is, `>` and a name with which task it goes on; `:` and a number how often in a row.
// Names that would be read otherwise stand there as JSON strings.
namespace interleave {

// `names` of the tasks, by id.
std::string schedule_text(const Schedule& schedule, const std::vector<std::string>& names);
std::vector<std::string> task_names(const Scenario& scenario);

// A token as the text has it.
std::string token_text(const Token& token, const std::vector<std::string>& names);

// What the text says; or what is wrong with it: `step 3, "desc 2": no task is called so; did you mean "desk 2"?`.
Result<Schedule, std::string> read_schedule(std::string_view text, const std::vector<std::string>& names);

}  // namespace interleave
