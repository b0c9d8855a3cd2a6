#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"

// Steps that call functions, while the scenario is edited.
namespace interleave::gui {

// As they are typed into one field: seconds=1, item=cake, left={left}
std::string typed_arguments(const std::vector<PassedArgument>& arguments);
// Why they were not taken, if they were not.
std::optional<std::string> take_arguments(std::vector<PassedArgument>& arguments, std::string_view text);

// A function that a step of the task can call without calling itself; where there is none, a new one without steps.
std::string function_to_call(Scenario& scenario, std::size_t task);
// What tasks share, by use. Of a scenario in which all is as the loader takes it: ask before it is changed.
using NamesShared = std::array<std::vector<std::string>, 3>;
NamesShared names_shared(const Scenario& scenario);
// What may be passed to the function: those of the arguments that it has parameters for, and others that fit. The
// scenario may be in the middle of a change.
std::vector<PassedArgument> fitting_arguments(const Scenario& scenario, const NamesShared& shared,
                                              const std::string& function,
                                              const std::vector<PassedArgument>& arguments);

// Every step that calls the function.
void for_each_call(Scenario& scenario, const std::string& function, const std::function<void(verb::Call&)>& visit);

// Of what tasks share, where steps pass it to a parameter that is for it.
void rename_passed(Scenario& scenario, SharedUse use, const std::string& from, const std::string& to);

}  // namespace interleave::gui
