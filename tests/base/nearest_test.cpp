#include "core/base/nearest.h"

#include <array>
#include <doctest/doctest.h>

namespace interleave {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"print", "sleep", "block", "compute", "repeat"};

}  // namespace

TEST_CASE("the edit distance counts letters that are replaced, missing, added or swapped") {
  CHECK(edit_distance("sleep", "sleep") == 0);
  CHECK(edit_distance("sleep", "sloop") == 2);
  CHECK(edit_distance("slep", "sleep") == 1);
  CHECK(edit_distance("sleeep", "sleep") == 1);
  CHECK(edit_distance("slepe", "sleep") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("a misspelt name gets the nearest known one, whatever its case") {
  CHECK(nearest_name("slep", kNames) == "sleep");
  CHECK(nearest_name("Compute", kNames) == "compute");
  CHECK(nearest_name("PRNIT", kNames) == "print");
}

TEST_CASE("a name that is far from all known ones gets none") {
  CHECK(nearest_name("acquire", kNames) == std::nullopt);
  CHECK(nearest_name("x", kNames) == std::nullopt);
  CHECK(nearest_name("", kNames) == std::nullopt);
  CHECK(nearest_name(std::string(1'000'000, 'p'), kNames) == std::nullopt);
}

TEST_CASE("a one-letter name is not taken for another one-letter name") {
  CHECK(nearest_name("i", std::array<std::string_view, 1>{"j"}) == std::nullopt);
}

}  // namespace interleave
