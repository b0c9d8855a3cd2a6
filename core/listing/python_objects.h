#pragma once

#include <string>

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// What tasks share, as the Python program has it: names of the module, or entries of a dict where functions tell by a
// parameter which one they use.
void import_for_objects(Imports& imports, const Outline& outline);
void write_python_objects(ListingWriter& writer, const Outline& outline);

// The object in an expression: tickets; locks[left].
std::string python_object(const Outline& outline, const ListedFunction& function, SharedUse use,
                          const SharedName& name);

}  // namespace interleave
