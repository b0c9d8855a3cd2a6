#include "tests/architecture/include_circles.h"

#include <array>
#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "tests/architecture/include_rule.h"

namespace interleave::architecture {
namespace {

// Folders in which units include each other one way only.
constexpr std::array kFoldersWithoutCircles = {"core", "app"};

using Circles = std::vector<std::vector<std::string>>;

TEST_CASE("a header and its source are one unit, which includes what either of them does") {
  UnitIncludes units;
  add_includes(units, "core/a/one.h", "#pragma once\n#include <vector>\n#include \"core/a/two.h\"\n");
  add_includes(units, "core/a/one.cpp", "#include \"core/a/one.h\"\n#include \"core/b/three.h\"");
  CHECK(units == UnitIncludes{{"core/a/one", {"core/a/two", "core/b/three"}}});
}

TEST_CASE("two units that include each other are a circle, also where the source of one does") {
  UnitIncludes units;
  add_includes(units, "core/a/writer.h", "#include \"core/a/page.h\"");
  add_includes(units, "core/a/page.h", "");
  CHECK(include_circles(units).empty());
  add_includes(units, "core/a/page.cpp", "#include \"core/a/page.h\"\n#include \"core/a/writer.h\"");
  CHECK(include_circles(units) == Circles{{"core/a/page", "core/a/writer"}});
}

TEST_CASE("a circle of three is found as one, without the units that lead to it or out of it") {
  const UnitIncludes units = {
      {"leads to it", {"b"}}, {"a", {"b"}}, {"b", {"c", "leads out"}}, {"c", {"a"}}, {"leads out", {}}};
  CHECK(include_circles(units) == Circles{{"a", "b", "c"}});
}

TEST_CASE("circles that share no unit are found one by one, and those that share one are one knot") {
  CHECK(include_circles({{"a", {"b"}}, {"b", {"a", "c"}}, {"c", {"d"}}, {"d", {"c"}}}) ==
        Circles{{"c", "d"}, {"a", "b"}});
  CHECK(include_circles({{"a", {"b"}}, {"b", {"a", "c"}}, {"c", {"b"}}}) == Circles{{"a", "b", "c"}});
}

TEST_CASE("in a diamond, which is included by two ways, there is no circle") {
  CHECK(include_circles({{"top", {"left", "right"}}, {"left", {"bottom"}}, {"right", {"bottom"}}, {"bottom", {}}})
            .empty());
}

TEST_CASE("no units include each other in a circle") {
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  UnitIncludes units;
  for (const char* folder : kFoldersWithoutCircles) {
    for (const auto& file : files_below(root, folder, {".h", ".cpp"})) {
      add_includes(units, file.generic_string(), read_text(root / file));
    }
  }
  CHECK(units.size() > 10);
  for (const auto& circle : include_circles(units)) FAIL_CHECK(fmt::format("{}", fmt::join(circle, ", ")));
}

}  // namespace
}  // namespace interleave::architecture
