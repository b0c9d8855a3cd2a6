#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace interleave::testing {

inline Time moment(std::int64_t ns) { return Time(Duration(ns)); }

}  // namespace interleave::testing
