#include <doctest/doctest.h>

#include "core/interchange/chart.h"
#include "core/interchange/svg_chart.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

using namespace interleave;

namespace {

std::shared_ptr<const Timeline> two_at_a_door() {
  RunSettings settings;
  settings.mode = Mode::threads;
  const std::string steps =
      R"("steps": [{"lock": "door", "steps": [{"sleep": 2}, {"write": "count", "value": 7}]}, {"sleep": 1}]})";
  return simulate(testing::scenario_with_tasks(R"({"name": "Ada", )" + steps + R"(, {"name": "Bob", )" + steps,
                                               R"("shared": {"count": 3}, )"),
                  settings);
}

}  // namespace

TEST_CASE("a text chart has a line for each thing that tasks share: its values, or who holds it") {
  const std::string chart = text_chart(*two_at_a_door(), {.columns = 80, .utf8 = false});
  CHECK(chart.substr(chart.find("Shared"), chart.find("\n\n#") - chart.find("Shared")) ==
        R"(Shared
            0 s       1 s       2 s       3 s       4 s       5 s
            +---------+---------+---------+---------+---------+
  count     |3                  |7
  door      |Ada                |Bob                |free)");
}

TEST_CASE("a picture has them too, and says of a waiting span what it waits for") {
  const std::string svg = svg_chart(*two_at_a_door());
  for (const char* text :
       {">Shared<", ">lock door<", "<title>lock door: Ada, up to 1 waiting, from 0 s</title>",
        "<title>variable count: 7, from 2 s</title>", "<title>Bob: waits for lock door, 2 s from 0 s</title>"}) {
    CAPTURE(text);
    CHECK(svg.find(text) != std::string::npos);
  }
}
