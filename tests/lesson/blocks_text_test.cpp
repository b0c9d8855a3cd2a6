#include "core/lesson/blocks_text.h"

#include <doctest/doctest.h>

#include "core/lesson/markdown.h"

namespace interleave::lesson {
namespace {

TEST_CASE("the text of a slide has all that can be read on it, a line for each part") {
  const std::string_view text =
      "# Head\n\nA *b* `c`\n\n- one\n  - two\n\n> quoted\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n```\ncode\n```\n";
  Findings findings;
  CHECK(plain_text(read_blocks(text, 0, text.size(), findings)) ==
        "Head\nA b c\none\ntwo\nquoted\nx\ny\n1\n2\ncode\n\n");
  CHECK(findings.empty());
}

}  // namespace
}  // namespace interleave::lesson
