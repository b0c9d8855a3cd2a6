#include "app/gui/model/state/code.h"

namespace interleave::gui {

bool ChosenLine::made(const Span& span) const {
  if (task != TaskId::none) return span.task == task;
  return span.step != StepId::none && span.step >= first && span.step <= last;
}

}  // namespace interleave::gui
