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
