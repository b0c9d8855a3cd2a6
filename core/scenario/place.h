#pragma once

#include "core/base/diagnostic.h"

namespace interleave {

// Where a part of a scenario stands in its file. It is no part of what the scenario says: all places are equal.
struct Place : SourcePosition {
  Place& operator=(const SourcePosition& position) {
    SourcePosition::operator=(position);
    return *this;
  }
  friend bool operator==(const Place&, const Place&) { return true; }
};

}  // namespace interleave
