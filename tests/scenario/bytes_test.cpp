#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {

TEST_CASE("an empty file, and one of blanks and comments only, is told how a scenario begins") {
  const std::string_view words =
      "there is no scenario here; begin with {\"interleave\": 1, \"title\": \"...\", \"tasks\": [...]}\n";
  CHECK(errors_of("") == "1:1: " + std::string(words));
  CHECK(errors_of(" \n// nothing\n") == "3:1: " + std::string(words));
}

TEST_CASE("the first byte that is not UTF-8 is reported with its place") {
  CHECK(errors_of(scenario_with("\"title\": \"caf\xE9\",")) ==
        "2:14: the byte 0xE9 is not UTF-8 here; save the file as UTF-8 text\n");
  CHECK(errors_of("\xFF\xFE{") == "1:1: the byte 0xFF is not UTF-8 here; save the file as UTF-8 text\n");
}

TEST_CASE("a file with zero bytes is no text, even where they stand behind a complete scenario") {
  CHECK(errors_of(std::string_view("\x7F"
                                   "ELF\0\0",
                                   6)) ==
        "1:5: there is a zero byte here, so this is no text file; save it as UTF-8 text\n");
  CHECK(errors_of(scenario_with("") + std::string(1, '\0')) ==
        "3:39: there is a zero byte here, so this is no text file; save it as UTF-8 text\n");
}

TEST_CASE("a diagnostic shows the line with a caret below the place") {
  const auto result = load_scenario(
      "{\"interleave\": 1, \"title\": \"T\",\n\t\"tasks\": [{\"name\": \"a\", \"setps\": []}]}", "a.json");
  REQUIRE(!result);
  CHECK(to_string(result.error()) ==
        "a.json:2:12: a task needs either \"call\", the name of a function, or \"steps\" of its own\n"
        "\t\"tasks\": [{\"name\": \"a\", \"setps\": []}]}\n"
        "\t          ^\n"
        "a.json:2:26: unknown key \"setps\"; did you mean \"steps\"?\n"
        "\t\"tasks\": [{\"name\": \"a\", \"setps\": []}]}\n"
        "\t                        ^\n");
}

}  // namespace interleave
