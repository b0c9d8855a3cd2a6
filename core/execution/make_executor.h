#pragma once

#include <memory>

#include "core/base/mode.h"
#include "core/execution/executor.h"
#include "core/execution/run_context.h"

namespace interleave {

// The table of modes: what executes each.
std::unique_ptr<Executor> make_executor(Mode mode, RunContext& context, int max_workers);

}  // namespace interleave
