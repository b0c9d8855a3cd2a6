#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/architecture/include_rule.h"

namespace interleave::architecture {
namespace {

// What a source includes first: the line, or nothing.
std::string first_include(const std::string& text) {
  const std::size_t begin = text.starts_with("#include ") ? 0 : text.find("\n#include ");
  if (begin == std::string::npos) return {};
  const std::size_t line = text.find('#', begin);
  return text.substr(line, text.find('\n', line) - line);
}

TEST_CASE("a source with a header of its own begins with it, so that the header is compiled with nothing before it") {
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  std::size_t pairs = 0;
  for (const char* folder : {"core", "app"}) {
    for (const auto& source : files_below(root, folder, {".cpp"})) {
      auto header = source;
      header.replace_extension(".h");
      if (!std::filesystem::exists(root / header)) continue;
      ++pairs;
      CAPTURE(source.generic_string());
      CHECK(first_include(read_text(root / source)) == fmt::format("#include \"{}\"", header.generic_string()));
    }
  }
  CHECK(pairs > 100);
}

}  // namespace
}  // namespace interleave::architecture
