#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What a parameter is in the program. Numbers print as they were written, so one that no literal prints so is passed as
// text, and converted where its value counts. A value is passed on as it is: a text of some, a whole number of others.
enum class ParameterType : std::uint8_t { text, integer, wide_integer, decimal, value };

struct ParameterForm {
  ParameterType type = ParameterType::text;
  bool is_used = false;
  bool is_spelled_freely = false;  // text of a whole number that is not just digits: "3e0"
  bool may_be_text = false;        // some task passes one
};

// The forms of all parameters of every function, found from what the functions do with them and what the tasks pass.
std::vector<std::vector<ParameterForm>> parameter_forms(const Scenario& scenario, Language language);

// The argument as the program passes it to a parameter of that form.
std::string argument_literal(const Argument& argument, const ParameterForm& form, Language language);

}  // namespace interleave
