#pragma once

#include "core/interchange/byte_reader.h"
#include "core/interchange/byte_writer.h"
#include "core/record/record.h"

namespace interleave {

// The part of a recording that says in which order steps came, and what that supposes of time.
void write_schedule(ByteWriter& to, const RunInfo& info);
// The tasks are known already.
void read_schedule(ByteReader& from, RunInfo& info);

}  // namespace interleave
