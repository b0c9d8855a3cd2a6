#pragma once

#include <optional>

#include "core/predict/question.h"
#include "core/predict/wrong_model.h"

namespace interleave {

// Another program, or another way to run it.
struct ChangedProgram {
  Scenario scenario;
  RunSettings settings;
};

// What somebody sees before their eyes who believes in that model. None where it is not about a program.
std::optional<ChangedProgram> changed_program(WrongModel model, const Asked& asked);

}  // namespace interleave
