#pragma once

#include <string_view>

// What is said where a run without a scenario is on the screen (AppState::has_program).
namespace interleave::gui {

inline constexpr std::string_view kNoProgram = "This recording holds no scenario.";
inline constexpr std::string_view kNoTasks = "This recording holds no scenario: there are no tasks to edit.";
inline constexpr std::string_view kNoCode = "This recording holds no scenario: there is no program to show.";
inline constexpr std::string_view kNoForecast = "This recording holds no scenario: nothing can be simulated.";

}  // namespace interleave::gui
