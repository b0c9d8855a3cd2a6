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

}  // namespace
}  // namespace interleave::lesson
