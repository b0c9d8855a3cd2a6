#pragma once

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// Whether the library's own locks and semaphores do: threads wait for them, nobody but the holder releases a lock, and
// no map has both. Else the program has the classes Lock and Semaphore.
bool has_standard_locks(const Outline& outline);

// Whether tasks wait for what others have.
bool waits_for_others(const Outline& outline);

// The classes of what tasks share and wait for.
void include_for_shared_support(Imports& imports, const Outline& outline);
void write_shared_support(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
