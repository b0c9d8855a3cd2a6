#pragma once

#include <string>

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// What tasks share, as the C++ program has it: global variables, and maps of them where functions tell by a parameter
// which one they use.
void include_for_objects(Imports& imports, const Outline& outline);
void write_cpp_objects(ListingWriter& writer, const Outline& outline);

// The object in an expression: tickets; locks.at(left).
std::string cpp_object(const Outline& outline, const ListedFunction& function, SharedUse use, const SharedName& name);

// Whether variables are atomic, so that a Value takes their numbers by load().
bool has_atomics(const Outline& outline);

// Whether that is a std::mutex, which std::lock_guard holds. Others have acquire() and release().
bool is_mutex(const Outline& outline, const SharedName& lock);

}  // namespace interleave
