#include "core/looks/span_words.h"

#include <doctest/doctest.h>
#include <set>

using namespace interleave;

TEST_CASE("kinds of spans that look different have different words, and those that look alike have the same") {
  std::set<std::string_view> names;
  std::set<std::string_view> meanings;
  for (SpanKind kind : kShownKinds) {
    CHECK(shown_as(kind) == kind);
    names.insert(words_of(kind).name);
    meanings.insert(words_of(kind).meaning);
  }
  CHECK(names.size() == kShownKinds.size());
  CHECK(meanings.size() == kShownKinds.size());
  for (std::size_t i = 0; i < kSpanKinds; ++i) {
    const auto kind = static_cast<SpanKind>(i);
    CHECK(words_of(kind).name == words_of(shown_as(kind)).name);
    CHECK(words_of(kind).doing == words_of(shown_as(kind)).doing);
  }
}

TEST_CASE("who is ready says whether it has begun, and what it waits for") {
  const auto ready = [](Cause cause, StepId step) {
    Span span;
    span.state = State::ready;
    span.cause = cause;
    span.step = step;
    return state_text(span);
  };
  CHECK(ready(Cause::loop, StepId::none) == "ready to begin, waits for the event loop");
  CHECK(ready(Cause::loop, step_id(3)) == "ready to go on, waits for the event loop");
  CHECK(ready(Cause::gil, StepId::none) == "ready to begin, waits for the GIL");
  CHECK(ready(Cause::core, step_id(0)) == "ready to go on, waits for a core");
  CHECK(ready(Cause::none, step_id(0)) == "ready, no turn yet");
}
