#pragma once

#include <string_view>

#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// A line for each task, which has the task's work in the place of {}. Before each that comes later than the one before,
// a line that waits for its moment.
void write_submissions(ListingWriter& writer, const Outline& outline, std::string_view line);

// A comment for each task that waits to be started, and nobody starts it. Where there are only such, what Python wants
// of a body besides.
void write_never_started(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
