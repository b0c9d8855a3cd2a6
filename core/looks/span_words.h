#pragma once

#include <string_view>

#include "core/timeline/span_kind.h"

namespace interleave {

// What a kind of span is called, wherever it is shown.
struct SpanWords {
  std::string_view name;     // "ready"
  std::string_view meaning;  // the same as a legend says it that has no other words: "ready, no turn yet"
  std::string_view doing;    // what a task does meanwhile: "runs"
};

const SpanWords& words_of(SpanKind kind);

}  // namespace interleave
