#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/verbs.h"

// What steps are for, in plain words.
namespace interleave::gui {

enum class StepGroup : std::uint8_t { time, output, values, sharing, tasks, failure };
inline constexpr std::array<std::string_view, 6> kStepGroupTitles = {"TIME",    "OUTPUT", "VALUES, CHOICES",
                                                                     "SHARING", "TASKS",  "FAILURE"};

struct StepHelp {
  StepGroup group = StepGroup::values;
  std::string_view brief;    // beside the verb in a list
  std::string_view meaning;  // one or two sentences
};

// A verb that is not described yet is among those of values, without words.
StepHelp help_of(Verb verb);

// All verbs, group by group.
const std::vector<Verb>& verbs_by_group();

// What is typed at the key of a step of that verb.
std::string_view meaning_of_part(Verb verb, std::string_view key);

}  // namespace interleave::gui
