#pragma once

#include "core/scenario/declarations.h"
#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"
#include "core/scenario/step_reader.h"

namespace interleave {

// Reports where the argument is not what the function's steps need of the parameter.
void check_needs(const Field& field, const ParameterNeeds& needs, const Argument& argument,
                 const Declarations& declarations, Problems& problems);

}  // namespace interleave
