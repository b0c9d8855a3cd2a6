#include "core/execution/dealings.h"

namespace interleave {

void begin_wait(Dealings& own, Host& host, StepId step, ObjectId object, TaskId target) {
  ++own.wait;
  own.is_called = false;
  own.gave_up = false;
  own.host = &host;
  own.step = step;
  own.object = object;
  own.target = target;
}

}  // namespace interleave
