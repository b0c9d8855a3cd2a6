#include "core/listing/highlight.h"

#include <doctest/doctest.h>
#include <string>

#include "core/listing/list_program.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

// Each part of a line before the letter of its class: k, s, n, c or p for what is plain.
std::string marked(std::string_view line, Language language) {
  std::string text;
  for (const SourceToken& token : tokens_of(line, language)) {
    text.append(line.substr(token.begin, token.length)).append(1, '`');
    text += "pksnc"[static_cast<std::size_t>(token.kind)];
    text += ' ';
  }
  return text;
}

void check_coverage(const std::string& line, Language language) {
  std::size_t at = 0;
  for (const SourceToken& token : tokens_of(line, language)) {
    REQUIRE(token.begin == at);
    REQUIRE(token.length > 0);
    at += token.length;
  }
  REQUIRE(at == line.size());
}

}  // namespace

TEST_CASE("a Python line has its keywords, strings, numbers and comments told apart") {
  CHECK(marked("    await sleep(1.5e-3 * N2)  # now", Language::python) ==
        "    `p await`k  sleep(`p 1.5e-3`n  * N2)  `p # now`c ");
  CHECK(marked(R"(print("a # \" b", 'c'))", Language::python) == R"(print(`p "a # \" b"`s , `p 'c'`s )`p )");
  CHECK(marked(R"("""It says "so".""")", Language::python) == "\"\"\"It says \"so\".\"\"\"`s ");
}

TEST_CASE("the placeholders of an f-string are not part of the text, doubled braces are") {
  CHECK(marked(R"(f"{{{x}}} {y}")", Language::python) == R"(f"{{`s {x}`p }} `s {y}`p "`s )");
}

TEST_CASE("a C++ line has its keywords, includes and both kinds of comments told apart") {
  CHECK(marked("#include <thread>", Language::cpp) == "#include`k  `p <thread>`s ");
  CHECK(marked("void f(int /*x*/) {  // so", Language::cpp) == "void`k  f(`p int`k  `p /*x*/`c ) {  `p // so`c ");
  CHECK(marked(R"(print("{x} //");)", Language::cpp) == R"(print(`p "{x} //"`s );`p )");
}

TEST_CASE("the parts of every line of every program follow each other from the first byte to the last") {
  for (const BuiltIn& scenario : built_in_scenarios()) {
    for (const Mode mode : kModes) {
      for (const Language language : kLanguages) {
        const Listing listing = list_program(built_in(scenario.name), mode, 2, language);
        for (const ListingLine& line : listing.lines()) check_coverage(line.text, language);
      }
    }
  }
}

}  // namespace interleave::testing
