#include <doctest/doctest.h>
#include <string>

#include "core/record/names.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> run_shared(Mode mode, const std::string& tasks, const std::string& declared = "",
                                           int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return simulate(testing::scenario_with_tasks(tasks, declared), settings);
}

std::string output_of(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) {
    text += std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(line.time - Time{}).count()) + " " +
            line.text + "; ";
  }
  return text;
}

// "a read x=1; b wrote ..." of the things of one kind.
std::string accesses_of(const Timeline& timeline) {
  std::string text;
  for (const Access& access : timeline.accesses()) {
    text += timeline.tasks()[index(access.task)].name + " " + std::string(name(access.kind)) + " " +
            timeline.info().objects[index(access.object)].name + " " + std::to_string(access.value) + "; ";
  }
  return text;
}

constexpr const char* kIncrements =
    R"({"name": "a", "steps": [{"read": "n", "into": "x"}, {"sleep": 1}, {"write": "n", "value": "x + 1"}]},
       {"name": "b", "steps": [{"read": "n", "into": "x"}, {"sleep": 1}, {"write": "n", "value": "x + 1"}]})";
constexpr const char* kShared = R"("shared": {"n": 0}, )";

}  // namespace

TEST_CASE("two tasks that read, wait and write wipe out an update; one after the other they do not") {
  CHECK(accesses_of(*run_shared(Mode::threads, kIncrements, kShared)) ==
        "a read n 0; b read n 0; a written n 1; b written n 1; ");
  CHECK(accesses_of(*run_shared(Mode::coroutine, kIncrements, kShared)) ==
        "a read n 0; b read n 0; a written n 1; b written n 1; ");
  CHECK(accesses_of(*run_shared(Mode::sequential, kIncrements, kShared)) ==
        "a read n 0; a written n 1; b read n 1; b written n 2; ");
}

TEST_CASE("on a loop nobody can release a lock whose next holder has had no turn, as with asyncio") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"acquire": "m"}, {"sleep": 1}, {"release": "m"}, {"release": "m"}]},
                               {"name": "b", "steps": [{"lock": "m", "steps": [{"print": "b in"}]}]})";
  const auto run = run_shared(Mode::coroutine, tasks);
  CHECK(run->tasks()[0].outcome == Outcome::failed);
  CHECK(run->tasks()[1].outcome == Outcome::finished);
  CHECK(output_of(*run) == "1000 b in; ");
}

TEST_CASE("on a loop nobody gets a permit before who was called has had a turn, as with asyncio") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"acquire": "s"}, {"sleep": 1}, {"release": "s"}, {"release": "s"}, {"acquire": "s"},
           {"print": "a again"}]},
         {"name": "b", "steps": [{"acquire": "s"}, {"print": "b in"}]})";
  const std::string semaphore = R"("semaphores": {"s": 1}, )";
  CHECK(output_of(*run_shared(Mode::coroutine, tasks, semaphore)) == "1000 b in; 1000 a again; ");
  CHECK(accesses_of(*run_shared(Mode::coroutine, tasks, semaphore)) ==
        "a acquired s 0; a released s 0; b acquired s 0; a released s 1; a acquired s 0; ");
}

TEST_CASE("a lock lets one task in at a time, first come, first served, and is free behind its steps") {
  const std::string task =
      R"("steps": [{"lock": "m", "steps": [{"print": "{task} in"}, {"sleep": 1}]}, {"sleep": 1}]})";
  const std::string tasks = R"({"name": "a", )" + task + R"(, {"name": "b", )" + task + R"(, {"name": "c", )" + task;
  for (const Mode mode : {Mode::threads, Mode::coroutine, Mode::pool}) {
    CAPTURE(name(mode));
    const auto run = run_shared(mode, tasks, "", 3);
    CHECK(output_of(*run) == "0 a in; 1000 b in; 2000 c in; ");
    CHECK(run->horizon() == Time(std::chrono::seconds(4)));
    const TaskTrack& c = run->tasks()[2];
    REQUIRE(c.spans.size() == 3);
    CHECK(c.spans[0].state == State::waiting);
    CHECK(c.spans[0].cause == Cause::lock);
    CHECK(c.spans[0].end == Time(std::chrono::seconds(2)));
    CHECK((c.spans[0].worker == WorkerId::none) == (mode == Mode::coroutine));
    CHECK(target_of(c, c.spans[0]) == object_id(0));
    CHECK(target_of(c, c.spans[1]) == ObjectId::none);
  }
}

TEST_CASE("a semaphore lets in as many as it has permits, and a release gives it one more") {
  const std::string task = R"("steps": [{"lock": "s", "steps": [{"print": "{task}"}, {"sleep": 1}]}]})";
  const std::string tasks = R"({"name": "a", )" + task + R"(, {"name": "b", )" + task + R"(, {"name": "c", )" + task;
  CHECK(output_of(*run_shared(Mode::threads, tasks, R"("semaphores": {"s": 2}, )")) == "0 a; 0 b; 1000 c; ");
  const std::string signal = R"({"name": "a", "steps": [{"acquire": "s"}, {"print": "told"}]},
                                {"name": "b", "steps": [{"sleep": 2}, {"release": "s"}, {"sleep": 1}]})";
  CHECK(output_of(*run_shared(Mode::coroutine, signal, R"("semaphores": {"s": 0}, )")) == "2000 told; ");
  CHECK(run_shared(Mode::coroutine, signal, R"("semaphores": {"s": 0}, )")->tasks()[0].spans[0].cause ==
        Cause::semaphore);
}

TEST_CASE("who puts into a full queue waits for room, and who gets from an empty one for an item") {
  const std::string tasks =
      R"({"name": "p", "steps": [{"repeat": 3, "index": "i", "steps": [{"put": "q", "value": "i * 10"}, {"print": "put {i}"}]}]},
         {"name": "g", "steps": [{"sleep": 1}, {"repeat": 3, "steps": [{"get": "q", "into": "x"}, {"print": "got {x}"}, {"sleep": 1}]}]})";
  for (const Mode mode : {Mode::threads, Mode::coroutine}) {
    CAPTURE(name(mode));
    const auto run = run_shared(mode, tasks, R"("queues": {"q": 1}, )");
    CHECK(output_of(*run) == "0 put 0; 1000 got 0; 1000 put 1; 2000 got 10; 2000 put 2; 3000 got 20; ");
    CHECK(run->tasks()[0].spans[0].cause == Cause::queue);
  }
}

TEST_CASE("two tasks that hold what the other one waits for are told as a circle, in every mode that has both") {
  const std::string tasks =
      R"({"name": "rent", "steps": [{"lock": "alice", "steps": [{"sleep": 1}, {"lock": "bob", "steps": []}]}]},
         {"name": "refund", "steps": [{"lock": "bob", "steps": [{"sleep": 1}, {"lock": "alice", "steps": []}]}]})";
  for (const Mode mode : {Mode::threads, Mode::coroutine, Mode::pool}) {
    CAPTURE(name(mode));
    const auto run = run_shared(mode, tasks);
    CHECK(run->end()->outcome == Outcome::deadlocked);
    CHECK(run->end()->error == "rent holds alice and waits for bob; refund holds bob and waits for alice");
    CHECK(run->horizon() == Time(std::chrono::seconds(1)));
    CHECK(run->tasks()[0].outcome == Outcome::deadlocked);
  }
  CHECK(run_shared(Mode::sequential, tasks)->end()->outcome == Outcome::finished);
}

TEST_CASE("who waits for what nobody is left to do is told so") {
  const std::string getter = R"({"name": "c", "steps": [{"get": "q", "into": "x"}]}, {"name": "b", "steps": []})";
  CHECK(run_shared(Mode::threads, getter, R"("queues": {"q": 1}, )")->end()->error ==
        "c waits for q, into which nobody is left to put");
  const std::string putter = R"({"name": "c", "steps": [{"put": "q", "value": 1}, {"put": "q", "value": 2}]})";
  CHECK(run_shared(Mode::coroutine, putter, R"("queues": {"q": 1}, )")->end()->error ==
        "c waits for q, from which nobody is left to take");
  const std::string kept = R"({"name": "a", "steps": [{"acquire": "m"}]}, {"name": "b", "steps": [{"acquire": "m"}]})";
  CHECK(run_shared(Mode::threads, kept)->end()->error == "b waits for m, held by a");
}

TEST_CASE("a pool whose workers all wait leaves its queue as it is: those in it never began") {
  const std::string tasks = R"({"name": "c", "steps": [{"get": "q", "into": "x"}]},
                               {"name": "p", "steps": [{"put": "q", "value": 1}]})";
  const auto run = run_shared(Mode::pool, tasks, R"("queues": {"q": 1}, )", 1);
  CHECK(run->end()->outcome == Outcome::deadlocked);
  CHECK(run->tasks()[1].outcome == Outcome::not_started);
  CHECK(run_shared(Mode::pool, tasks, R"("queues": {"q": 1}, )", 2)->end()->outcome == Outcome::finished);
}

TEST_CASE("a task that fails within a lock lets go of it") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"lock": "m", "steps": [{"lock": "k", "steps": [{"set": "x", "value": 0}, {"sleep": 1},
                                                                              {"set": "x", "value": "1 // x"}]}]}]},
         {"name": "b", "steps": [{"lock": "k", "steps": [{"lock": "m", "steps": [{"print": "in"}]}]}]})";
  const auto run = run_shared(Mode::threads, tasks);
  CHECK(run->tasks()[0].outcome == Outcome::failed);
  CHECK(output_of(*run) == "1000 in; ");
}

TEST_CASE("releasing a lock that nobody holds fails the task, and a lock may be released by anybody") {
  const auto failed = run_shared(Mode::coroutine, R"({"name": "a", "steps": [{"release": "m"}]})");
  CHECK(failed->tasks()[0].error == "it releases m, which nobody holds");
  const auto foreign = run_shared(Mode::threads, R"({"name": "a", "steps": [{"acquire": "m"}]},
                                                    {"name": "b", "steps": [{"sleep": 1}, {"release": "m"}]},
                                                    {"name": "c", "steps": [{"acquire": "m"}, {"print": "has it"}]})");
  CHECK(output_of(*foreign) == "1000 has it; ");
}

TEST_CASE("what a parameter names is another thing for every task") {
  const auto scenario = testing::scenario_of(
      R"({"interleave": 1, "title": "t", "shared": {"x": 1, "y": 2}, "functions": {"f": {"parameters": ["v", "m"],
          "steps": [{"lock": "{m}", "steps": [{"read": "{v}", "into": "n"}, {"write": "{v}", "value": "n * 10"}]}]}},
          "tasks": [{"name": "a", "call": "f", "arguments": {"v": "x", "m": "k"}},
                    {"name": "b", "call": "f", "arguments": {"v": "y", "m": "l"}}]})");
  RunSettings settings;
  settings.mode = Mode::threads;
  CHECK(accesses_of(*simulate(scenario, settings)) ==
        "a acquired k 0; a read x 1; a written x 10; a released k 1; b acquired l 0; b read y 2; b written y 20; b "
        "released l 1; ");
}

}  // namespace interleave
