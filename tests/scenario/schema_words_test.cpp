#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/base/mode.h"

namespace interleave {

TEST_CASE("the schema offers the modes that there are, in their order") {
  std::ifstream file(INTERLEAVE_SOURCE_DIR "/assets/schema/scenario.schema.json", std::ios::binary);
  REQUIRE(file);
  const auto schema = nlohmann::json::parse(file);
  const auto offered = schema["properties"]["mode"]["enum"].get<std::vector<std::string>>();
  CHECK(offered == std::vector<std::string>(kModeNames.begin(), kModeNames.end()));
}

}  // namespace interleave
