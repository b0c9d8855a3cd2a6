#include <algorithm>
#include <doctest/doctest.h>

#include "tests/architecture/include_rule.h"

namespace interleave::architecture {
namespace {

constexpr std::ptrdiff_t kLongest = 400;

TEST_CASE("no source file is longer than one idea needs, 400 lines") {
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  for (const char* folder : {"core", "app", "tests", "cmake", "third_party"}) {
    for (const auto& file : files_below(root, folder, {".h", ".cpp", ".cmake", ".sh", ".txt"})) {
      const std::string text = read_text(root / file);
      const auto lines = std::ranges::count(text, '\n');
      CAPTURE(file.generic_string());
      CHECK(lines > 0);
      CHECK(lines <= kLongest);
    }
  }
}

}  // namespace
}  // namespace interleave::architecture
