#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"
#include "core/looks/run_words.h"
#include "tests/interchange/runs_by_hand.h"

using namespace interleave;
using namespace interleave::testing;

TEST_CASE("a run in no mode has none in its record, no max_workers, and no language") {
  const auto record = nlohmann::json::parse(record_json(run_of_another_program()));
  CHECK(record.at("mode").is_null());
  CHECK(record.at("max_workers").is_null());
  CHECK(record.at("language").is_null());
  CHECK(record.at("gil") == false);
  CHECK(record.at("tasks").at(2).at("name") == "writer");
  CHECK(record.at("tasks").at(2).at("error") == "no disk");
}

TEST_CASE("a chart of a run in no mode names none") {
  CHECK(text_chart(run_of_another_program(), {})
            .starts_with("server.py: on the real clock, failed after 5 s\nerror: writer: no disk\n"));
  CHECK(svg_chart(run_of_another_program()).find(">on the real clock: failed after 5 s<") != std::string::npos);
}

TEST_CASE("a trace of a run in no mode says so, and labels no process with it") {
  const auto trace = nlohmann::json::parse(trace_json(run_of_another_program()));
  CHECK(trace.at("otherData").at("mode").is_null());
  CHECK(trace.at("otherData").at("max_workers").is_null());
  for (const auto& event : trace.at("traceEvents")) CHECK(event.at("name") != "process_labels");
}

TEST_CASE("max_workers is said of a pool alone, and of one whose limit is known") {
  RunInfo info;
  CHECK(mode_text(info).empty());
  info.max_workers = 3;
  CHECK(mode_text(info).empty());
  info.mode = Mode::threads;
  CHECK(mode_text(info) == "threads");
  info.mode = Mode::pool;
  CHECK(mode_text(info) == "pool with max_workers 3");
  info.max_workers.reset();
  CHECK(mode_text(info) == "pool");
}

TEST_CASE("a program's language is said of a run in which tasks compute, and of Python whether it had its GIL") {
  RunInfo info;
  info.computes = true;
  CHECK(language_text(info).empty());
  info.language = Language::python;
  CHECK(language_text(info) == "Python without a GIL");
  info.gil = true;
  CHECK(language_text(info) == "Python with its GIL");
  info.language = Language::cpp;
  CHECK(language_text(info) == "C++");
  info.computes = false;
  CHECK(language_text(info).empty());
}
