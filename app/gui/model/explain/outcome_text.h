#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/state/explorer.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

// What every interleaving comes to, as the window tells it.

inline constexpr std::string_view kWhatChanceIs =
    "chance: if at each step everyone who can go is equally likely to go.";
inline constexpr std::string_view kNotHowOften = "Neither is how often it happens on your computer.";
inline constexpr std::string_view kNeitherIsHowOften =  // by itself
    "Neither count nor chance is how often it happens on your computer.";

// "6 interleavings, 2 outcomes"
std::string outcomes_heading(const Exploration& found);

// Of a mode beside the others: "6 interleavings, 4 go wrong, chance 50 %", in brief without the word; why it cannot be
// explored; or nothing yet.
std::string mode_outcomes_text(const ExploredMode& known, Mode mode, bool is_brief = false);

// The tasks that take a step of the schedule, in that order.
std::vector<TaskId> tasks_of(const Schedule& schedule);

}  // namespace interleave::gui
