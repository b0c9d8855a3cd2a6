#include <doctest/doctest.h>

#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/interchange/recording.h"
#include "core/interchange/recording_format.h"
#include "core/interchange/svg_chart.h"
#include "core/run/simulate.h"
#include "tests/support/events.h"
#include "tests/support/same_timeline.h"
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

namespace {

std::shared_ptr<const Timeline> two_counting_processes() {
  const std::string steps =
      R"("steps": [{"lock": "door", "steps": [{"read": "n", "into": "x"}, {"sleep": 1}, {"write": "n", "value": "x + 1"}]}]})";
  const Scenario scenario = testing::scenario_with_tasks(
      R"({"name": "Ada", )" + steps + R"(, {"name": "Bob", )" + steps + R"(, {"name": "Cem", )" + steps,
      R"("shared": {"n": 3}, "mode": "processes", "machine": {"process_start": 0},)");
  return simulate(scenario, default_settings(scenario));
}

}  // namespace

TEST_CASE("the record of a run on processes has the variables of each, in the order of their creation") {
  const auto run = two_counting_processes();
  CHECK(record_json(*run).find(R"("shared": [{"n": 5}, {"n": 4}],)") != std::string::npos);
  CHECK(record_json(*two_at_a_door()).find(R"("shared": {"count": 7},)") != std::string::npos);
}

TEST_CASE("a text chart shows what each process has apart, and calls its workers processes") {
  const std::string chart = text_chart(*two_counting_processes(), {.columns = 80, .utf8 = false});
  CHECK(chart.find("By worker (2 processes)") != std::string::npos);
  const std::size_t begin = chart.find("Shared in process 1");
  REQUIRE(begin != std::string::npos);
  CHECK(chart.substr(begin, chart.find("\n\n#") - begin) ==
        R"(Shared in process 1
             0 s          0.5 s        1 s          1.5 s        2 s
             +------------+------------+------------+------------+
  n          |3                        |4                        |
  door       |Ada                      |Cem                      |

Shared in process 2
             0 s          0.5 s        1 s          1.5 s        2 s
             +------------+------------+------------+------------+
  n          |3                        |4
  door       |Bob                      |free)");
}

TEST_CASE("a picture says of each lane of what is shared whose it is, where each process has its own") {
  const std::string svg = svg_chart(*two_counting_processes());
  for (const char* text :
       {">Shared in process 1<", ">Shared in process 2<", "<title>variable n of process 2: 4, from 1 s</title>"}) {
    CAPTURE(text);
    CHECK(svg.find(text) != std::string::npos);
  }
}

TEST_CASE("a recording of several processes with several things each comes back, and tells whose each is") {
  const auto run = two_counting_processes();
  const std::string bytes = write_recording(*run, "");
  const auto recording = read_recording(bytes);
  REQUIRE(recording);
  CHECK(testing::difference(*run, *recording.value().timeline) == "");
  REQUIRE(run->info().objects.size() == 4);
  CHECK(recording.value().timeline->info().objects[3].process == 2);
}

TEST_CASE("a recording whose processes cannot all have as many things is told to be damaged") {
  RunInfo info;
  info.mode = Mode::processes;
  info.tasks = {{"a", {}, Time{}}};
  info.objects = {{"tickets", ObjectKind::variable, 0, 1}};
  Timeline timeline(info);
  testing::Events events;
  events.at(0).worker(0, "process 1").worker(1, "process 2").queued(0).started(0, 0).ended(0);
  timeline.append(events.batch());
  timeline.finish({});
  REQUIRE(timeline.info().objects.size() == 2);
  const std::string whole = write_recording(timeline, "");
  std::string contents(unpacked_recording(whole).value().bytes);
  const std::string one = std::string("\7tickets") + '\0' + '\0';
  const std::size_t at = contents.find('\2' + one + one);
  REQUIRE(at != std::string::npos);
  const auto problem_with = [&](const std::string& things) {
    std::string damaged = contents;
    const auto recording = read_recording(packed_recording({damaged.replace(at, 1 + 2 * one.size(), things)}));
    return recording ? "none" : recording.error();
  };
  CHECK(problem_with('\2' + one + one) == "none");
  CHECK(problem_with('\4' + one + one + one + one) == "none");
  CHECK(problem_with('\3' + one + one + one) ==
        "is damaged, though its checksum matches: its processes have different numbers of things that tasks share");
}
