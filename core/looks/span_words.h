#pragma once

#include <string>
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

// What a ready task needs to begin or to go on: "the GIL"; empty where that is not known, and of other spans.
std::string_view what_is_missing(const Span& span);

// What the task of a span does, with what it is ready for: "ready to begin, waits for the GIL".
std::string state_text(const Span& span);

}  // namespace interleave
