#include "app/gui/model/lesson/named_answer.h"

#include <cstdint>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace interleave::gui {
namespace {

bool names(std::string_view text, QuestionKind kind, const Answer& answer) {
  return names_answer(text, {.kind = kind}, answer);
}

TEST_CASE("seconds are named by their number and a unit, as words of their own") {
  const auto seconds = [](std::string_view text) { return names(text, QuestionKind::makespan, 6.0); };
  for (const char* text : {"6 s", "It takes 6 s.", "after 6s, all is done", "in 6 seconds", "6 Sekunden", "(6 s)"}) {
    CAPTURE(text);
    CHECK(seconds(text));
  }
  for (const char* text : {"", "6", "6 tasks", "16 s", "0.6 s", "6.05 s", "6 steps", "-6 s", "Rule 6. So it is"}) {
    CAPTURE(text);
    CHECK(!seconds(text));
  }
}

TEST_CASE("a count, an order and a line are named as words of their own") {
  const auto count = [](std::string_view text) { return names(text, QuestionKind::losing, std::int64_t{6}); };
  CHECK(count("6 of 10"));
  CHECK(count("In 6."));
  CHECK(!count("16 of 60"));
  CHECK(!count("6.5"));
  const Answer order = std::vector<std::string>{"a", "b"};
  CHECK(names("They end as a, b.", QuestionKind::order, order));
  CHECK(!names("They end as b, a.", QuestionKind::order, order));
  CHECK(names("Then: Ordered tea!", QuestionKind::line, std::string("Ordered tea")));
}

TEST_CASE("tasks and states are never named, since any text has their words") {
  CHECK(!names("tea", QuestionKind::point_longest, std::string("tea")));
  CHECK(!names("waiting", QuestionKind::state, std::string("waiting")));
}

}  // namespace
}  // namespace interleave::gui
