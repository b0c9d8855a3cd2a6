#pragma once

#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// The includes, and what a C++ program needs besides them: an event loop or a pool, for the language has none.
void write_cpp_beginning(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
