#pragma once

#include "core/runtime/runtime.h"

namespace interleave::testing {

inline Routine nothing() { co_return; }

struct Nobody final : CoreObserver {
  void waits_for_core() override {}
  void waits_for_gil() override {}
  void has_core() override {}
  void leaves_core() override {}
};

}  // namespace interleave::testing
