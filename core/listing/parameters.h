#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/listing/value_kinds.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What a parameter is in the program. Numbers print as they were written, so one that no literal prints so is passed as
// text, and converted where its value counts. A value is passed on as it is: a text of some, a whole number of others.
enum class ParameterType : std::uint8_t { text, integer, wide_integer, decimal, value };

struct ParameterForm {
  ParameterType type = ParameterType::text;
  bool is_used = false;
  bool is_spelled_freely = false;  // text of a whole number that is not just digits: "3e0"
  bool may_be_text = false;        // some task passes one, or some step may
  bool may_be_no_number = false;   // some step passes a value that may be a text or none
};

// The forms of all parameters of every function, found from what the functions do with them and what tasks and steps
// pass. A parameter that a step passes on has the form of the one that it is passed to. `functions` and `kinds` are
// those of value_kinds().
std::vector<std::vector<ParameterForm>> parameter_forms(const Scenario& scenario,
                                                        const std::vector<KnownSteps>& functions,
                                                        const std::vector<KindsOfFunction>& kinds, Language language);

// The argument as the program passes it to a parameter of that form.
std::string argument_literal(const Argument& argument, const ParameterForm& form, Language language);

}  // namespace interleave
