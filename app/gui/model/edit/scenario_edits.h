#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

// What can be changed about a scenario, one act a function. What is typed is text; whether it will do, the loader
// decides when the edit is checked, in its own words.
namespace interleave::gui {

struct Edit {
  Scenario scenario;
  std::string act;  // as one says it after "undo": "rename coffee"
};

// An edit, or why there can be none, as a sentence.
using Edited = Result<Edit, std::string>;

// Tasks by their position in the scenario.
Edited rename_task(Scenario scenario, std::size_t task, std::string_view name);
// What both functions call by the same name is kept; other arguments get a value that will do.
Edited set_function(Scenario scenario, std::size_t position, std::string_view name);
Edited set_argument(Scenario scenario, std::size_t position, std::size_t argument, std::string_view text);
// What is typed for when a task is submitted that waits for a `start`.
inline constexpr std::string_view kByStart = "by start";
Edited set_after(Scenario scenario, std::size_t task, std::string_view text);

// At the end, like the last task.
Edited add_task(Scenario scenario);
Edited duplicate_task(Scenario scenario, std::size_t position);  // just below it
Edited delete_task(Scenario scenario, std::size_t position);
enum class Way : std::uint8_t { up, down };
Edited move_task(Scenario scenario, std::size_t position, Way way);

Edited set_title(Scenario scenario, std::string_view text);
Edited set_summary(Scenario scenario, std::string_view text);
Edited set_opening_mode(Scenario scenario, std::string_view text);
Edited set_pool_size(Scenario scenario, std::string_view text);  // max_workers
Edited set_cores(Scenario scenario, std::string_view text);
Edited set_time_slice(Scenario scenario, std::string_view text);
Edited set_process_start(Scenario scenario, std::string_view text);

// The scenario as the loader reads it from its file; or what the loader says is wrong with it.
Edited checked(Edited edit);

}  // namespace interleave::gui
