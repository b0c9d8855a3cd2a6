// What is drawn of a pool of processes.
#include <doctest/doctest.h>

#include "core/interchange/chart.h"
#include "core/interchange/svg_chart.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::shared_ptr<const Timeline> in_processes(std::string_view name) {
  const Scenario scenario = built_in(name);
  RunSettings settings = default_settings(scenario);
  settings.mode = Mode::processes;
  return simulate(scenario, settings);
}

std::string from_section(const std::string& chart, std::string_view section) {
  const std::size_t begin = chart.find(section);
  return begin == std::string::npos ? "" : chart.substr(begin);
}

bool contains_text(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a chart of processes counts them, and shows what each of them has by itself") {
  const auto run = in_processes("last-ticket");
  const std::string chart = text_chart(*run, {.columns = 80, .utf8 = true});
  CHECK(from_section(chart, "By worker").starts_with("By worker (2 processes)\n"));
  const std::string first = from_section(chart, "Shared in process 1");
  const std::string second = from_section(first, "Shared in process 2");
  CHECK(contains_text(first, "tickets"));
  CHECK(contains_text(second, "tickets"));
  CHECK_FALSE(contains_text(second, "Shared in process 1"));
}

TEST_CASE("a picture of processes counts them, and shows what each of them has by itself") {
  const std::string picture = svg_chart(*in_processes("last-ticket"));
  for (const char* text : {"By worker (2 processes; busy and held", "Shared in process 1", "Shared in process 2",
                           "variable tickets of process 2: 1, from 0"}) {
    CAPTURE(text);
    CHECK(contains_text(picture, text));
  }
}

TEST_CASE("of processes that compute in Python it is said that each has a GIL") {
  CHECK(contains_text(text_chart(*in_processes("photo-filters"), {.columns = 80, .utf8 = true}),
                      "processes with max_workers 2, Python with a GIL in each process, finished after 6.05 s"));
}
