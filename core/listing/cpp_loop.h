#pragma once

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// A C++ program whose tasks deal with each other on an event loop. Its loop is another one than that of programs in
// which they do not: one that can cancel.
bool deals_on_loop(const Outline& outline);
void include_for_cpp_loop(Imports& imports, const Outline& outline);
void write_cpp_loop(ListingWriter& writer, const Outline& outline);

// Locks, semaphores and queues of such a program.
void write_cpp_loop_objects(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
