#pragma once

#include <string>

#include "core/record/record.h"

// What a run was, in words.
namespace interleave {

// How its tasks were run: "pool with max_workers 2"; empty where that was in no mode.
std::string mode_text(const RunInfo& info);

// What a worker of the run is to the system: "thread", "process".
std::string_view worker_kind(const ModeTraits& mode);

// What program it was a run of: "Python with its GIL", "Python with a GIL in each process", "Python without a GIL",
// "C++". Without a mode, of any of them.
std::string language_text(Language language, bool gil, const ModeTraits& mode = kNoMode);

// The same of a run in which tasks compute, so that it matters; else empty, and where that is not known.
std::string language_text(const RunInfo& info);

}  // namespace interleave
