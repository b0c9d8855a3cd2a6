// What the window says of an event loop with threads beside it.
#include <doctest/doctest.h>
#include <string>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/explain/why.h"
#include "app/gui/model/picture/lanes.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {
namespace {

std::shared_ptr<const Timeline> loop_of(const std::string& tasks, const std::string& more = "") {
  RunSettings settings;
  settings.mode = Mode::coroutine;
  return simulate(testing::scenario_with_tasks(tasks, more), settings);
}

Time beside_at(double time) { return Time{Duration{static_cast<std::int64_t>(time * 1e9)}}; }

std::string reason(const Timeline& run, std::size_t task, std::size_t span, double now) {
  return why(run, {task_id(task), span}, beside_at(now)).sentence;
}

// "EVENT LOOP, 2 THREADS: event loop free until a timer is due, worker 1 report"
std::string part(const Timeline& run, double now, std::string_view title) {
  for (const OccupancyPart& part : occupancy_at(run, beside_at(now))) {
    if (!part.title.starts_with(title)) continue;
    std::string text = part.title + ":";
    for (const OccupancyItem& item : part.items) {
      text += " [" + item.place + "] " + (item.task == TaskId::none ? item.text : run.tasks()[index(item.task)].name);
    }
    return text;
  }
  return "";
}

const std::string kReport = R"({"name": "report", "to_thread": true, "steps": [{"block": 2}]},
  {"name": "clock", "steps": [{"sleep": 1}]})";

std::string six(const std::string& last) {
  std::string tasks;
  for (int i = 0; i < 5; ++i) {
    tasks += R"({"name": "t)" + std::to_string(i) + R"(", "to_thread": true, "steps": [{"block": 1}]}, )";
  }
  return tasks + last;
}

}  // namespace

TEST_CASE("who blocks beside the loop holds a thread of its own, and not the loop") {
  const auto run = loop_of(kReport);
  CHECK(reason(*run, 0, 0, 0.5) == "report blocks until 2.00 s and holds worker 1 meanwhile: the event loop goes on.");
  CHECK(part(*run, 0.5, "EVENT LOOP") ==
        "EVENT LOOP, 2 THREADS: [event loop] free until a timer is due [worker 1] report");
  CHECK(part(*run, 0.5, "QUEUE").empty());
  CHECK(sharing_text(*run) == "2 threads; up to 1 task waits at once and holds no worker");
}

TEST_CASE("who queues for a thread beside the loop learns who has them all") {
  const auto run =
      loop_of(six(R"({"name": "last", "to_thread": true, "steps": [{"block": 1}]})"), R"("machine": {"cores": 1},)");
  CHECK(reason(*run, 5, 0, 0.5) ==
        "last is queued: all 5 threads beside the loop are held, by t0, t1, t2 and 2 others, which block; it starts "
        "when t0 ends, at 1.00 s.");
  CHECK(part(*run, 0.5, "QUEUE") == "QUEUE, FOR A THREAD: [] last");
}

TEST_CASE("who is ready learns that it is the GIL for which the loop waits, or who holds the loop") {
  const auto computing = loop_of(
      R"({"name": "report", "to_thread": true, "steps": [{"compute": 2}]}, {"name": "clock", "steps": [{"sleep": 1}]})");
  CHECK(reason(*computing, 1, 1, 1.002) == "clock is ready, but the event loop waits for the GIL, which report has.");
  CHECK(reason(*computing, 0, 0, 0.5).ends_with("it has the GIL, uses a core and its worker."));
  const auto held = loop_of(R"({"name": "report", "to_thread": true, "steps": [{"block": 1}]},
    {"name": "slow", "steps": [{"block": 3}]})");
  CHECK(reason(*held, 0, 1, 2).starts_with("report is ready, but slow has the event loop: it blocks until 3.00 s"));
}

TEST_CASE("of a task that was cancelled or timed out beside the loop it is said that its thread went on") {
  const auto run = loop_of(R"({"name": "a", "to_thread": true, "steps": [{"block": 2}]},
    {"name": "b", "to_thread": true, "timeout": 1, "steps": [{"block": 3}]},
    {"name": "c", "steps": [{"sleep": 1}, {"cancel": "a"}]})");
  CHECK(end_sentences(*run, task_id(0)).front() ==
        "a was cancelled, at 1.00 s, by c; its thread went on until 2.00 s.");
  CHECK(end_sentences(*run, task_id(1)).front() == "b failed, as its time was up; its thread went on until 3.00 s.");
}

TEST_CASE("below the tasks of a loop its lane and those of the threads beside it are shown") {
  const auto run = loop_of(kReport);
  const auto lanes = lanes_of(*run, View::by_task, SharedLanes::hidden);
  REQUIRE(lanes.size() == 4);
  CHECK(lanes[2].section == "WORKERS");
}

}  // namespace interleave::gui
