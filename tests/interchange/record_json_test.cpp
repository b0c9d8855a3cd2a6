#include "core/interchange/record_json.h"

#include <doctest/doctest.h>

#include "tests/interchange/runs_by_hand.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

TEST_CASE("the record of the coffee shop as coroutines has the keys and the order of the contract") {
  CHECK(record_json(coffee_shop_as_coroutines()) == R"({
  "interleave_record": 1,
  "scenario": "Coffee shop",
  "mode": "coroutine",
  "max_workers": 2,
  "clock": "virtual",
  "seed": 0,
  "schedule": null,
  "timing": null,
  "language": "python",
  "gil": true,
  "makespan": 5,
  "outcome": "finished",
  "error": null,
  "changes": [],
  "tasks": [
    {"name": "coffee", "submitted": 0, "started": 0, "finished": 1, "outcome": "finished", "error": null, "result": null, "cancelled_by": null, "spans": [
      {"state": "waiting", "cause": "sleep", "begin": 0, "end": 1, "worker": null}]},
    {"name": "food", "submitted": 0, "started": 0, "finished": 5, "outcome": "finished", "error": null, "result": null, "cancelled_by": null, "spans": [
      {"state": "waiting", "cause": "sleep", "begin": 0, "end": 5, "worker": null}]},
    {"name": "cake", "submitted": 0, "started": 0, "finished": 3, "outcome": "finished", "error": null, "result": null, "cancelled_by": null, "spans": [
      {"state": "waiting", "cause": "sleep", "begin": 0, "end": 3, "worker": null}]}
  ],
  "workers": [
    {"name": "event loop", "busy": 0, "held": 0, "held_ready": 0, "spans": []}
  ],
  "output": [
    {"time": 0, "task": "coffee", "text": "Ordered"},
    {"time": 0, "task": "food", "text": "Ordered"},
    {"time": 0, "task": "cake", "text": "Ordered"},
    {"time": 1, "task": "coffee", "text": "\t>> Received"},
    {"time": 3, "task": "cake", "text": "\t>> Received"},
    {"time": 5, "task": "food", "text": "\t>> Received"}
  ]
}
)");
}

TEST_CASE("a failure, its error and what held the workers are on the record") {
  const std::string json = record_json(pool_with_a_failure());
  const auto has = [&](std::string_view part) { return json.find(part) != std::string::npos; };
  CHECK(has(R"("language": "cpp",
  "gil": false,)"));
  CHECK(has(R"("outcome": "failed",
  "error": "cake: no milk",)"));
  CHECK(has(
      R"({"name": "cake", "submitted": 0, "started": 1, "finished": 4.1, "outcome": "failed", "error": "no milk")"));
  CHECK(has(R"({"state": "queued", "cause": null, "begin": 0, "end": 1, "worker": null})"));
  CHECK(has(R"({"state": "ready", "cause": "core", "begin": 2.2, "end": 3, "worker": "worker 1"})"));
  CHECK(has(R"({"name": "worker 1", "busy": 2.3, "held": 1, "held_ready": 0.8, "spans": [
      {"task": "coffee", "state": "waiting", "cause": "sleep", "begin": 0, "end": 1},)"));
}

TEST_CASE("moments that a task did not reach are null, and changes of max_workers have their time") {
  Events events;
  events.at(0.25).queued(0).max_workers(7);
  Timeline timeline(run_of({"a", "b"}, Mode::pool));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::cancelled, .error = {}, .time = at(0.5)});
  const std::string json = record_json(timeline);
  CHECK(json.find(R"("changes": [
    {"time": 0.25, "max_workers": 7}
  ])") != std::string::npos);
  CHECK(json.find(R"("submitted": 0.25, "started": null, "finished": null, "outcome": "not_started")") !=
        std::string::npos);
  CHECK(json.find(R"("submitted": null)") != std::string::npos);
}

TEST_CASE("a run that goes on is written up to its horizon, without an outcome") {
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).started(0, 0).sleeps_holding(0, 0, 0).at(2);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  const std::string json = record_json(timeline);
  CHECK(json.find("\"makespan\": 2,\n  \"outcome\": null") != std::string::npos);
  CHECK(json.find(R"("begin": 0, "end": 2, "worker": "thread 1")") != std::string::npos);
}
