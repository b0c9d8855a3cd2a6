// Control of real runs. Nothing here asserts how long anything takes; see tests/real_time.
#include "core/live/live_run.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

#include "core/threads/os_runtime.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"
#include "tests/support/threads.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kAges = 60s;

RunSettings settings_of(Mode mode, int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return settings;
}

template <class Condition>
void poll_until(LiveRun& run, const Condition& condition) {
  const auto give_up = std::chrono::steady_clock::now() + kAges;
  while (!condition(*run.timeline())) {
    REQUIRE(std::chrono::steady_clock::now() < give_up);
    run.wait_for(1ms);
  }
}

void poll_to_end(LiveRun& run) {
  poll_until(run, [](const Timeline& timeline) { return timeline.finished(); });
}

bool has_begun(const Timeline& timeline) {
  for (const TaskTrack& task : timeline.tasks()) {
    if (task.started) return true;
  }
  return false;
}

// Sleeps, holds its worker, computes: four tasks that take hours.
const Scenario& hours() {
  static const Scenario scenario = scenario_with_tasks(R"(
      {"name": "sleeps", "steps": [{"print": "begun"}, {"sleep": 10000}]},
      {"name": "computes", "steps": [{"print": "begun"}, {"compute": 10000}]},
      {"name": "blocks", "steps": [{"print": "begun"}, {"block": 10000}]},
      {"name": "comes late", "steps": [{"sleep": 1}], "after": 20000})");
  return scenario;
}

}  // namespace

TEST_CASE("in every mode a cancelled run ends, its tasks cancelled or not started, and every thread is joined") {
  const int before = threads_of_this_process();
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    LiveRun run(hours(), settings_of(mode), 1);
    poll_until(run, has_begun);
    run.cancel();
    poll_to_end(run);
    const auto timeline = run.timeline();
    CHECK(timeline->end()->outcome == Outcome::cancelled);
    for (const TaskTrack& task : timeline->tasks()) {
      CAPTURE(task.name);
      CHECK(task.outcome == (task.started ? Outcome::cancelled : Outcome::not_started));
      for (const Span& span : task.spans) CHECK(span.end <= timeline->end()->time);
    }
    CHECK(timeline->tasks()[3].outcome == Outcome::not_started);
    CHECK(!timeline->tasks()[3].submitted);
    CHECK(threads_are_down_to(before));
  }
}

TEST_CASE("a task that is cancelled in its very last step has not finished") {
  for (const char* step : {R"({"sleep": 10000})", R"({"block": 10000})", R"({"compute": 10000})"}) {
    for (const Mode mode : kModes) {
      CAPTURE(name(mode));
      CAPTURE(step);
      LiveRun run(scenario_with_tasks(std::string(R"({"name": "a", "steps": [)") + step + "]}"), settings_of(mode), 1);
      poll_until(run, has_begun);
      run.cancel();
      poll_to_end(run);
      CHECK(run.timeline()->tasks()[0].outcome == Outcome::cancelled);
      CHECK(run.timeline()->end()->outcome == Outcome::cancelled);
    }
  }
}

TEST_CASE("a paused run can be cancelled, and one that is over cannot") {
  LiveRun paused(hours(), settings_of(Mode::threads), 1);
  poll_until(paused, has_begun);
  paused.pause();
  paused.cancel();
  poll_to_end(paused);
  CHECK(paused.timeline()->end()->outcome == Outcome::cancelled);

  LiveRun over(scenario_with_tasks(R"({"name": "a", "steps": [{"print": "x"}]})"), settings_of(Mode::coroutine), 1);
  poll_to_end(over);
  over.cancel();
  CHECK(!over.poll());
  CHECK(over.timeline()->end()->outcome == Outcome::finished);
  CHECK(over.timeline()->tasks()[0].outcome == Outcome::finished);
}

TEST_CASE("destroying a run under way ends all its threads, paused or not") {
  const int before = threads_of_this_process();
  for (const Mode mode : kModes) {
    for (const bool pause : {false, true}) {
      LiveRun run(hours(), settings_of(mode), 1);
      poll_until(run, has_begun);
      if (pause) run.pause();
    }
    CHECK(threads_are_down_to(before));
  }
}

TEST_CASE("a pause holds the clock and the picture until the run is resumed") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    LiveRun run(scenario_with_tasks(R"(
        {"name": "a", "steps": [{"repeat": 20, "steps": [{"print": "x"}, {"sleep": 0.002}]}]},
        {"name": "b", "steps": [{"repeat": 20, "steps": [{"print": "y"}, {"compute": 0.002}]}]})"),
                settings_of(mode), 1);
    poll_until(run, has_begun);
    run.pause();
    CHECK(run.paused());
    // What was under way may still be on its way to the record: a computation's last millisecond, and what a process
    // did before it learned of the pause.
    run.wait_for(traits(mode).shares_memory ? 20ms : 1000ms);
    const Time paused_at = run.now();
    const std::string picture = chart(*run.timeline()) + printed(*run.timeline());
    run.wait_for(20ms);
    CHECK(run.now() == paused_at);
    CHECK(chart(*run.timeline()) + printed(*run.timeline()) == picture);
    CHECK(!run.timeline()->finished());
    CHECK(run.timeline()->horizon() == paused_at);
    run.resume();
    CHECK(!run.paused());
    poll_to_end(run);
    CHECK(run.timeline()->end()->outcome == Outcome::finished);
    CHECK(run.timeline()->output().size() == 40);
  }
}

TEST_CASE("the speed can be changed at any time, also while paused, and counts from then on") {
  LiveRun run(scenario_with_tasks(R"({"name": "a", "steps": [{"sleep": 3000}]})"), settings_of(Mode::coroutine), 0.1);
  poll_until(run, has_begun);
  CHECK(run.speed() == 0.1);
  run.pause();
  run.set_speed(100);
  CHECK(run.speed() == 100);
  CHECK(run.paused());
  const Time paused_at = run.now();
  run.wait_for(5ms);
  CHECK(run.now() == paused_at);
  run.resume();
  run.set_speed(1'000'000);
  poll_to_end(run);
  CHECK(run.timeline()->end()->time >= Time(3000s));
  CHECK(run.timeline()->end()->outcome == Outcome::finished);
}

TEST_CASE("more workers start at once in a run under way, and fewer leave when they are done") {
  // Each holds a worker until the speed lets it go.
  std::string tasks;
  for (const char* task : {"a", "b", "c", "d"}) {
    tasks += std::string(tasks.empty() ? "" : ",") + R"({"name": ")" + task + R"(", "steps": [{"sleep": 1000}]})";
  }
  LiveRun run(scenario_with_tasks(tasks), settings_of(Mode::pool, 1), 1);
  poll_until(run, has_begun);
  run.set_max_workers(3);
  poll_until(run, [](const Timeline& timeline) { return timeline.tasks()[2].started.has_value(); });
  run.set_max_workers(1);
  run.set_speed(1'000'000);
  poll_to_end(run);
  const auto timeline = run.timeline();
  CHECK(timeline->end()->outcome == Outcome::finished);
  CHECK(timeline->workers().size() == 3);
  REQUIRE(timeline->changes().size() == 2);
  CHECK(timeline->changes()[0].max_workers == 3);
  CHECK(timeline->changes()[1].max_workers == 1);
  // The last one had to wait until all but one of the workers had left.
  for (std::size_t i = 0; i < 3; ++i) CHECK(*timeline->tasks()[3].started >= *timeline->tasks()[i].finished);
  CHECK(std::count_if(timeline->workers().begin(), timeline->workers().end(),
                      [](const WorkerTrack& worker) { return worker.retired.has_value(); }) == 2);
}

TEST_CASE("a run that was cancelled takes no new workers, whatever max_workers is set to") {
  std::string tasks;
  for (char task = 'a'; task < 'k'; ++task) {
    tasks += std::string(tasks.empty() ? "" : ",") + R"({"name": ")" + task + R"(", "steps": [{"sleep": 1000}]})";
  }
  LiveRun run(scenario_with_tasks(tasks), settings_of(Mode::pool, 1), 1);
  poll_until(run, has_begun);
  run.cancel();
  run.set_max_workers(8);
  poll_to_end(run);
  CHECK(run.timeline()->workers().size() == 1);
  CHECK(run.timeline()->changes().empty());
}

TEST_CASE(
    "a worker with nothing left to do makes room for itself when max_workers shrinks, and nobody else has to go") {
  LiveRun run(scenario_with_tasks(R"(
      {"name": "short", "steps": [{"print": "x"}]},
      {"name": "long", "steps": [{"sleep": 1000}]},
      {"name": "longer", "steps": [{"sleep": 2000}]})"),
              settings_of(Mode::pool, 3), 1);
  poll_until(run, [](const Timeline& timeline) {
    return timeline.tasks()[0].finished && timeline.tasks()[1].started && timeline.tasks()[2].started;
  });
  // The short one's worker may need a moment from the end of its task to its leave.
  run.wait_for(20ms);
  run.set_max_workers(2);
  run.set_speed(1'000'000);
  poll_to_end(run);
  CHECK(!run.timeline()->workers()[index(run.timeline()->tasks()[1].spans.back().worker)].retired);
  CHECK(!run.timeline()->workers()[index(run.timeline()->tasks()[2].spans.back().worker)].retired);
}

TEST_CASE("a system that gives no more threads fails the tasks that got none, and says so; the others go on") {
  const Scenario scenario = scenario_with_tasks(R"(
      {"name": "a", "steps": [{"sleep": 0.02}, {"print": "a is done"}]},
      {"name": "b", "steps": [{"sleep": 0.02}, {"print": "b is done"}]},
      {"name": "c", "steps": [{"sleep": 0.02}, {"print": "c is done"}], "after": 0.01})");
  struct Case {
    Mode mode;
    int most_threads;  // the main program's included
    std::size_t finished;
  };
  for (const Case& example :
       {Case{Mode::threads, 3, 2}, Case{Mode::pool, 2, 1}, Case{Mode::sequential, 1, 0}, Case{Mode::coroutine, 1, 0}}) {
    CAPTURE(name(example.mode));
    RunSettings settings = settings_of(example.mode, 3);
    settings.most_threads = example.most_threads;
    LiveRun run(scenario, settings, 1);
    poll_to_end(run);
    const auto timeline = run.timeline();
    CHECK(timeline->end()->outcome == Outcome::failed);
    CHECK(timeline->end()->error.find("refused") != std::string::npos);
    CHECK(timeline->output().size() == example.finished);
    CHECK(timeline->tasks()[2].submitted == Time(10ms));
    for (std::size_t i = 0; i < 3; ++i) {
      const TaskTrack& task = timeline->tasks()[i];
      CHECK(task.outcome == (i < example.finished ? Outcome::finished : Outcome::failed));
      CHECK((task.error.find("thread") != std::string::npos) == (i >= example.finished));
    }
  }
}

TEST_CASE("a system that gives no thread at all fails the run with a message, in every mode") {
  for (const Mode mode : kModes) {
    RunSettings settings = settings_of(mode);
    settings.most_threads = 0;
    LiveRun run(hours(), settings, 1);
    poll_to_end(run);
    CHECK(run.timeline()->end()->outcome == Outcome::failed);
    CHECK(run.timeline()->end()->error.find("refused") != std::string::npos);
    for (const TaskTrack& task : run.timeline()->tasks()) CHECK(task.outcome == Outcome::not_started);
  }
}

TEST_CASE("a machine with more cores than this one is mentioned in the header of a real run that computes on cores") {
  const int hardware = OsRuntime::hardware_cores();
  const auto note_with = [&](int cores, const std::string& step, const RunSettings& settings) {
    LiveRun run(scenario_with_tasks(R"({"name": "a", "steps": [{"repeat": 1, "steps": [)" + step + "]}]}",
                                    R"("machine": {"cores": )" + std::to_string(cores) + "},"),
                settings, 1);
    return run.timeline()->info().note;
  };
  const std::string named = std::to_string(hardware + 1) + " cores";
  RunSettings settings = settings_of(Mode::threads);
  CHECK(note_with(hardware + 1, R"({"compute": 0.001})", settings) == "");  // the GIL admits one, on any machine
  settings.gil = false;
  CHECK(note_with(hardware, R"({"compute": 0.001})", settings) == "");
  CHECK(note_with(hardware + 1, R"({"sleep": 0.001})", settings) == "");
  CHECK(note_with(hardware + 1, R"({"compute": 0.001})", settings).find(named) != std::string::npos);
  settings.gil = true;
  settings.language = Language::cpp;
  CHECK(note_with(hardware + 1, R"({"compute": 0.001})", settings).find(named) != std::string::npos);
}

namespace {

// The longest that two tasks ran at once.
Duration longest_overlap(const Timeline& timeline) {
  std::vector<Span> running;
  for (const TaskTrack& task : timeline.tasks()) {
    for (const Span& span : task.spans) {
      if (span.state == State::running) running.push_back(span);
    }
  }
  std::sort(running.begin(), running.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  REQUIRE(running.size() > 3);
  Duration overlap{0};
  for (std::size_t i = 1; i < running.size(); ++i) {
    overlap = std::max(overlap, running[i - 1].end - running[i].begin);
  }
  return overlap;
}

// On its thread: before that it waits for the system to begin one, which counts as waiting for a core.
bool waited_for(const Timeline& timeline, Cause cause) {
  for (const TaskTrack& task : timeline.tasks()) {
    for (const Span& span : task.spans) {
      if (span.state == State::ready && span.cause == cause && span.worker != WorkerId::none) return true;
    }
  }
  return false;
}

constexpr std::string_view kThreeThatCompute = R"(
      {"name": "a", "steps": [{"compute": 0.03}]},
      {"name": "b", "steps": [{"compute": 0.03}, {"compute": 0.01}]},
      {"name": "c", "steps": [{"repeat": 5, "steps": [{"compute": 0.006}]}]})";

}  // namespace

TEST_CASE("tasks that compute at once on a real machine never run on more cores than the scenario has") {
  RunSettings settings = settings_of(Mode::threads);
  settings.language = Language::cpp;
  LiveRun run(scenario_with_tasks(std::string(kThreeThatCompute), R"("machine": {"cores": 1, "time_slice": 0.002},)"),
              settings, 1);
  poll_to_end(run);
  CHECK(longest_overlap(*run.timeline()).count() == 0);
  CHECK(waited_for(*run.timeline(), Cause::core));
  CHECK(!waited_for(*run.timeline(), Cause::gil));
}

TEST_CASE("tasks of a Python program with its GIL really compute one at a time, and their waits for it are on record") {
  for (const Mode mode : {Mode::threads, Mode::pool}) {
    CAPTURE(name(mode));
    LiveRun run(scenario_with_tasks(std::string(kThreeThatCompute), R"("machine": {"cores": 4, "time_slice": 0.002},)"),
                settings_of(mode), 1);
    poll_to_end(run);
    CHECK(run.timeline()->end()->outcome == Outcome::finished);
    CHECK(run.timeline()->info().gil);
    CHECK(longest_overlap(*run.timeline()).count() == 0);
    CHECK(waited_for(*run.timeline(), Cause::gil));
    CHECK(!waited_for(*run.timeline(), Cause::core));
  }
}

TEST_CASE("threads that wait for the GIL, to go on or to begin, end with a cancelled run, paused or not") {
  const Scenario scenario = scenario_with_tasks(R"(
      {"name": "one", "steps": [{"compute": 10000}]},
      {"name": "other", "steps": [{"compute": 10000}]},
      {"name": "late", "steps": [{"print": "begun"}], "after": 0.01})",
                                                R"("machine": {"time_slice": 1},)");
  for (const bool pause : {false, true}) {
    LiveRun run(scenario, settings_of(Mode::threads), 1);
    poll_until(run, [](const Timeline& timeline) {
      return waited_for(timeline, Cause::gil) && timeline.tasks()[2].spans.size() > 1;
    });
    if (pause) run.pause();
    run.cancel();
    poll_to_end(run);
    CHECK(run.timeline()->end()->outcome == Outcome::cancelled);
    for (const TaskTrack& task : run.timeline()->tasks()) {
      CHECK(task.outcome == (task.started ? Outcome::cancelled : Outcome::not_started));
    }
  }
}
