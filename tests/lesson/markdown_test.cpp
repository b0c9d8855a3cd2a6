#include "core/lesson/markdown.h"

#include <doctest/doctest.h>

#include "tests/lesson/lesson_text.h"

namespace interleave::lesson {
namespace {

Blocks blocks_of(std::string_view text) {
  Findings findings;
  Blocks blocks = read_blocks(text, 0, text.size(), findings);
  CHECK(findings.empty());
  return blocks;
}

std::string finding_of(std::string_view text) {
  Findings findings;
  read_blocks(text, 0, text.size(), findings);
  REQUIRE(findings.all().size() == 1);
  return findings.all()[0].message;
}

TEST_CASE("words stand out as strong, slanted or code, and lead somewhere") {
  const Blocks blocks =
      blocks_of("plain **strong *both*** `code` [a link](https://example.org)\nnext line\\\nbreak &amp; &#233;");
  REQUIRE(blocks.size() == 1);
  CHECK(std::get<Paragraph>(blocks[0].what).words == Words{{"plain "},
                                                           {"strong ", {.strong = true}},
                                                           {"both", {.strong = true, .slanted = true}},
                                                           {" "},
                                                           {"code", {.code = true}},
                                                           {" "},
                                                           {"a link", {}, "https://example.org"},
                                                           {" next line\nbreak & é"}});
}

TEST_CASE("lists stand within lists, and quotes hold blocks") {
  const Blocks blocks = blocks_of("- one\n  - inner\n- two\n\n3. three\n4. four\n\n> quoted\n>\n> more\n");
  REQUIRE(blocks.size() == 3);
  const List& list = std::get<List>(blocks[0].what);
  CHECK(!list.numbered);
  REQUIRE(list.items.size() == 2);
  REQUIRE(list.items[0].size() == 2);
  CHECK(std::get<Paragraph>(list.items[0][0].what).words == Words{{"one"}});
  CHECK(std::get<List>(list.items[0][1].what).items.size() == 1);
  const List& numbered = std::get<List>(blocks[1].what);
  CHECK(numbered.numbered);
  CHECK(numbered.first == 3);
  CHECK(std::get<Quote>(blocks[2].what).blocks.size() == 2);
}

TEST_CASE("a table has columns with their sides, a head and rows") {
  const Blocks blocks = blocks_of("| mode | takes |\n| --- | ---: |\n| `pool` | 5 s |\n| threads | 6 s |\n");
  REQUIRE(blocks.size() == 1);
  const Table& table = std::get<Table>(blocks[0].what);
  CHECK(table.columns == std::vector{Column::left, Column::right});
  CHECK(table.head == std::vector<Words>{{{"mode"}}, {{"takes"}}});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == std::vector<Words>{{{"pool", {.code = true}}}, {{"5 s"}}});
}

TEST_CASE("a fence of code keeps its language and its lines") {
  const Blocks blocks = blocks_of("```python\nawait a()\n\n  b()\n```\n");
  REQUIRE(blocks.size() == 1);
  CHECK(std::get<CodeBlock>(blocks[0].what) == CodeBlock{"python", "await a()\n\n  b()\n"});
}

TEST_CASE("a picture is a PNG in a paragraph of its own, within the lesson's folder") {
  const Blocks blocks = blocks_of("![Two cooks](pictures/cooks.png)\n");
  REQUIRE(blocks.size() == 1);
  CHECK(std::get<Image>(blocks[0].what) == Image{"pictures/cooks.png", "Two cooks"});
  CHECK(finding_of("![a](/etc/cooks.png)\n").find("leads out of the lesson's folder") != std::string::npos);
  CHECK(finding_of("![a](../cooks.png)\n").find("leads out of the lesson's folder") != std::string::npos);
  CHECK(finding_of("![a](C:/cooks.png)\n").find("drive") != std::string::npos);
  CHECK(finding_of("![a](<a\\b.png>)\n").find("parted by /") != std::string::npos);
  CHECK(finding_of("![a](https://example.org/a.png)\n").find("web") != std::string::npos);
  CHECK(finding_of("![a](cooks.jpeg)\n").find("is no PNG") != std::string::npos);
  CHECK(finding_of("See ![a](cooks.png)\n").find("paragraph of its own") != std::string::npos);
}

TEST_CASE("what no slide has is found where it stands, with what to write instead") {
  const auto errors = [](std::string_view slide) { return errors_of(with_slides(slide)); };
  CHECK(errors("# A\n\n#### B\n") == "7:6: a heading has one to three #; write ### for the smallest\n");
  CHECK(errors("A\n\n***\n\nB\n\n* * *\n") ==
        "7:1: a line across the slide is not known; begin a new slide by --- between two blank lines\n"
        "11:1: a line across the slide is not known; begin a new slide by --- between two blank lines\n");
  CHECK(errors("A <b>c</b>\n")
            .starts_with("5:3: this is HTML, of which only comments are known; write it in Markdown, and \\< where the "
                         "sign is meant\n"));
  CHECK(errors("A\n\n<div>\nA\n</div>\n") ==
        "7:1: this is HTML, of which only comments are known; write it in Markdown, and \\< where the sign is meant\n");
  CHECK(errors("A <!-- pause -->\n") ==
        "5:3: this comment is one of the lesson's own, and stands on lines of its own\n");
  std::string deep;
  for (int i = 0; i < 20; ++i) deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- a\n";
  CHECK(errors(deep).find("more than 16 deep") != std::string::npos);
}

TEST_CASE("a line across the slide is found at its own place, also within lists and quotes and beside what is none") {
  const auto lines = [](std::string_view slide) {
    std::string found;
    const std::string errors = errors_of(with_slides(slide));
    for (std::size_t at = 0; at < errors.size(); at = errors.find('\n', at) + 1) {
      CHECK(errors.find(": a line across the slide is not known", at) < errors.find('\n', at));
      found += errors.substr(at, errors.find(':', at) - at) + " ";
    }
    return found;
  };
  CHECK(lines("1. ***\n\n2. x\n\n---\n\n# B\n") == "5 ");
  CHECK(lines("- ***\n\n---\n\n# B\n") == "5 ");
  CHECK(lines("1. a\n\n   ***\n\n+ > ***\n\n* * *\n\n- - -\n\n- a\n- - -\n") == "7 9 11 13 16 ");
  CHECK(lines("> Title\n> ---\n\na\n\n***\n") == "10 ");
  CHECK(lines("> # Title\n> ---\n") == "6 ");
  CHECK(lines("***bold***\n\nfoo ***\n\n- ***\n") == "9 ");
  CHECK(lines("```python\n***\n```\n\n- ***\n") == "9 ");
  CHECK(lines("1. ***\n\n<!-- pause -->\n\n***\n") == "5 9 ");
}

TEST_CASE("a fence of the lesson's own within a list or a quote is told of, and others there are code") {
  const auto errors = [](std::string_view slide) { return errors_of(with_slides(slide)); };
  const auto told = [](std::string_view name) {
    return fmt::format("a fence {} stands in no list and in no quote; write it at the beginning of its line\n", name);
  };
  CHECK(errors("> ```interleave\n> run\n> ```\n\nb\n") == "5:3: " + told("interleave"));
  CHECK(errors("- ```predict\n  makespan\n  ```\n- b\n") == "5:3: " + told("predict"));
  CHECK(errors("1. a\n2. > ~~~json scenario\n   > {}\n   > ~~~\n") == "6:6: " + told("json scenario"));
  CHECK(errors("> ```interleav\n> run\n> ```\n") ==
        "5:3: no fence is called \"interleav\"; did you mean interleave?\n");
  CHECK(errors("> ```interleave\n> run\n\nb\n\n---\n\n# C\n") == "5:3: " + told("interleave"));
  const Lesson lesson = lesson_of(
      with_slides("- ```python\n  a()\n\n  ---\n\n  ```\n- b\n\n> ```cpp\n> f();\n> <!-- x\n> ```\n\n---\n\n# C\n"));
  REQUIRE(lesson.slides.size() == 2);
  const Blocks& blocks = lesson.slides[0].builds[0].blocks;
  REQUIRE(blocks.size() == 2);
  CHECK(std::get<CodeBlock>(std::get<List>(blocks[0].what).items.at(0).at(0).what).text == "a()\n\n---\n\n");
  CHECK(std::get<CodeBlock>(std::get<Quote>(blocks[1].what).blocks.at(0).what).text == "f();\n<!-- x\n");
}

}  // namespace
}  // namespace interleave::lesson
