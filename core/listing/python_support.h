#pragma once

#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// The imports, and what a Python program needs besides them.
void write_python_beginning(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
