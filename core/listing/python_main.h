#pragma once

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// The main program in Python where tasks have names (see python_tasks.h): submits them together or one by one, waits
// for them, and does what the scenario has it do when one of them fails.
void import_for_python_main(Imports& imports, const Outline& outline);
void write_python_main_support(ListingWriter& writer, const Outline& outline);
void write_python_tasks_main(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
