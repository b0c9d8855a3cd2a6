#pragma once

#include "core/listing/listing.h"
#include "core/listing/outline.h"

namespace interleave {

Listing python_program(const Outline& outline);

}  // namespace interleave
