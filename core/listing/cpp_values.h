#pragma once

#include <string_view>

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// The type of a parameter.
std::string_view cpp_type(ParameterType type);

// Whether the program's tasks have values that may be no numbers.
bool has_values(const Outline& outline);
// Whether a function gives one: those of others are nothing.
bool returns_values(const ListedFunction& function);

// What a C++ program needs where its tasks fail, return values, or wait only for so long.
void include_for_cpp_values(Imports& imports, const Outline& outline);
void write_cpp_values(ListingWriter& writer, const Outline& outline);

}  // namespace interleave
