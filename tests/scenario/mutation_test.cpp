#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

// Loading gives a scenario that keeps its promises, or says where in the text it is wrong.
void check_answer(const std::string& text) {
  CAPTURE(text);
  const auto result = load_scenario(text, "test.json");
  if (result) {
    REQUIRE(!result.value().tasks.empty());
    REQUIRE(!result.value().title.empty());
    return;
  }
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  REQUIRE(!result.error().empty());
  REQUIRE(result.error().size() <= 20);
  SourcePosition last;
  for (const Diagnostic& diagnostic : result.error()) {
    REQUIRE(!diagnostic.message.empty());
    REQUIRE(diagnostic.position.line <= lines);
    REQUIRE(diagnostic.position.column <= text.size() + 1);
    const bool in_order = last.line < diagnostic.position.line ||
                          (last.line == diagnostic.position.line && last.column <= diagnostic.position.column);
    REQUIRE(in_order);
    last = diagnostic.position;
  }
}

// One to three bytes or short pieces changed, doubled, removed or put in.
std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"\"", "{",    "}",   "[",     "]",          ",",         ":",       "\\",
                                          "0",  "1e99", "-1",  "null",  "\"task\"",   "\"steps\"", "\n",      "/*",
                                          "//", "\xFF", "\\u", "\\ud8", "\"repeat\"", "{task}",    "\"x\":1", " "};
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (std::size_t change = 0; change <= below(3); ++change) {
    if (text.empty()) return text;
    const std::size_t at = below(text.size());
    const std::size_t length = below(12);
    switch (below(5)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(below(text.size()), text.substr(at, length));
        break;
      default:
        text.replace(at, 1, kPieces[below(std::size(kPieces))]);
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a built-in scenario cut off anywhere is told so within the text, and never loads") {
  for (const BuiltIn& built_in : built_in_scenarios()) {
    const std::size_t last_brace = built_in.text.rfind('}');
    for (std::size_t length = 0; length <= last_brace; ++length) {
      const std::string text(built_in.text.substr(0, length));
      check_answer(text);
      REQUIRE(errors_of(text) != "");
    }
  }
}

TEST_CASE("a built-in scenario with changes at random places loads or is told what is wrong within the text") {
  std::mt19937 random(1);
  for (const BuiltIn& built_in : built_in_scenarios()) {
    for (int round = 0; round < 500; ++round) check_answer(mutated(std::string(built_in.text), random));
  }
}

}  // namespace interleave
