#include "core/execution/step_order.h"

#include <cassert>

namespace interleave {

StepOrder::StepOrder(const Program& program, Mode mode, Settings settings)
    : counted_(program, mode, settings.with_lines), settings_(std::move(settings)) {
  look_ahead();
}

void StepOrder::took(const Token& token) {
  assert(next() == nullptr || *next() == token);
  taken_.push_back(token);
  if (next() != nullptr) ++next_;
  look_ahead();
  note_step();
}

void StepOrder::took_step(TaskId task) {
  if (counted_.any()) took({.task = task});
}

}  // namespace interleave
