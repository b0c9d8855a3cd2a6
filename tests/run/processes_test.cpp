// Worker processes: what each has of its own, what they take to start, and what cannot be run on them.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "core/record/names.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"
#include "core/timeline/shared_history.h"
#include "core/timeline/sharing_marks.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Timeline> processes_run(const std::string& tasks, int max_workers,
                                              const std::string& more = R"("machine": {"process_start": 0.5},)",
                                              std::vector<MaxWorkersChange> changes = {}) {
  const Scenario scenario = scenario_with_tasks(tasks, more);
  RunSettings settings = default_settings(scenario);
  settings.mode = Mode::processes;
  settings.max_workers = max_workers;
  settings.changes = std::move(changes);
  return simulate(scenario, settings);
}

std::string sleeper(const std::string& name, double length, double after = 0) {
  return fmt::format(R"({{"name": "{}", "after": {}, "steps": [{{"sleep": {}}}]}})", name, after, length);
}

// "a reads 1 of process 1; " for every use of a variable.
std::string uses_of_variables(const Timeline& run) {
  std::string text;
  for (const Access& access : run.accesses()) {
    const SharedObject& object = run.info().objects[index(access.object)];
    if (object.kind != ObjectKind::variable) continue;
    text += fmt::format("{} {} {} of process {}; ", run.tasks()[index(access.task)].name,
                        access.kind == AccessKind::read ? "reads" : "writes", access.value, object.process);
  }
  return text;
}

constexpr const char* kTickets = R"("shared": {"tickets": 1}, "machine": {"process_start": 0},)";

std::string seller(const std::string& name) {
  return R"({"name": ")" + name + R"(", "steps": [{"lock": "till", "steps": [{"read": "tickets", "into": "left"},
      {"if": "left > 0", "steps": [{"sleep": 1}, {"write": "tickets", "value": "left - 1"}, {"print": "sold"}],
       "else": [{"print": "sold out"}]}]}]})";
}

}  // namespace

TEST_CASE("two sellers in two processes both sell the last ticket, though both lock the till") {
  const auto run = processes_run(seller("a") + "," + seller("b"), 2, kTickets);
  CHECK(printed(*run) == "1 a: sold\n1 b: sold\n");
  CHECK(uses_of_variables(*run) ==
        "a reads 1 of process 1; b reads 1 of process 2; a writes 0 of process 1; b writes 0 of process 2; ");
  CHECK(marks_of(*run).empty());
}

TEST_CASE("in one process the second seller finds what the first one has left") {
  const auto run = processes_run(seller("a") + "," + seller("b"), 1, kTickets);
  CHECK(printed(*run) == "1 a: sold\n1 b: sold out\n");
  CHECK(uses_of_variables(*run) == "a reads 1 of process 1; a writes 0 of process 1; b reads 0 of process 1; ");
}

TEST_CASE(
    "a process made later begins with the variables that the file declares, whatever the others have made of them") {
  const std::string counts = R"([{"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}, {"sleep": 4},
      {"print": "{x}"}])";
  const auto run = processes_run(R"({"name": "a", "steps": )" + counts + R"(}, {"name": "b", "after": 3, "steps": )" +
                                     counts + R"(}, {"name": "c", "after": 5, "steps": )" + counts + "}",
                                 2, R"("shared": {"n": 7}, "machine": {"process_start": 0},)");
  CHECK(printed(*run) == "4 a: 7\n7 b: 7\n9 c: 8\n");
}

TEST_CASE("who keeps a lock blocks the next task of that process alone, and that is told as the deadlock that it is") {
  const auto run = processes_run(R"({"name": "keeps", "steps": [{"acquire": "m"}, {"sleep": 1}]},
      {"name": "elsewhere", "steps": [{"acquire": "m"}, {"sleep": 3}]},
      {"name": "behind", "steps": [{"lock": "m", "steps": []}]})",
                                 2, R"("machine": {"process_start": 0},)");
  CHECK(chart(*run) ==
        "keeps: 0 waiting/sleep@process 1 1 finished\n"
        "elsewhere: 0 waiting/sleep@process 2 3 finished\n"
        "behind: 0 queued 1 waiting/lock@process 1 deadlocked\n");
  CHECK(run->end()->outcome == Outcome::deadlocked);
  CHECK(run->end()->error.find("behind") != std::string::npos);
  CHECK(run->end()->error.find("keeps") != std::string::npos);
  CHECK(run->end()->error.find("elsewhere") == std::string::npos);
}

TEST_CASE("each process has all the permits of a semaphore, and a permit released in one is none in another") {
  const std::string takes = R"([{"acquire": "slots"}, {"sleep": 1}])";
  const std::string more = R"("semaphores": {"slots": 1}, "machine": {"process_start": 0},)";
  const auto run = processes_run(R"({"name": "a", "steps": )" + takes + R"(}, {"name": "b", "steps": )" + takes +
                                     R"(}, {"name": "c", "steps": )" + takes + R"(},
      {"name": "gives", "after": 2, "steps": [{"release": "slots"}]})",
                                 2, more);
  CHECK(chart(*run) ==
        "a: 0 waiting/sleep@process 1 1 finished\n"
        "b: 0 waiting/sleep@process 2 1 finished\n"
        "c: 0 queued 1 waiting/semaphore@process 1 deadlocked\n"
        "gives: 2 finished\n");
  CHECK(run->end()->outcome == Outcome::deadlocked);
}

TEST_CASE("what would lose an update and decide by an old value on threads is marked as nothing on processes") {
  const std::string steps = R"([{"read": "n", "into": "x"}, {"sleep": 1}, {"if": "x > 0", "steps": [
      {"write": "n", "value": "x + 1"}, {"write": "seen", "value": 1}]}])";
  const std::string tasks = R"({"name": "a", "steps": )" + steps + R"(}, {"name": "b", "steps": )" + steps +
                            R"(}, {"name": "c", "steps": )" + steps + "}";
  const Scenario scenario = scenario_with_tasks(tasks, R"("shared": {"n": 1, "seen": 0},)");
  RunSettings settings = default_settings(scenario);
  settings.mode = Mode::threads;
  CHECK(marks_of(*simulate(scenario, settings)).size() > 4);
  settings.mode = Mode::processes;
  for (const int max_workers : {1, 2, 3}) {
    settings.max_workers = max_workers;
    CHECK(marks_of(*simulate(scenario, settings)).empty());
  }
}

TEST_CASE(
    "a process takes its time to start before its first job alone; the job is queued, and others start meanwhile") {
  CHECK(chart(*processes_run(sleeper("a", 1) + "," + sleeper("b", 2) + "," + sleeper("c", 1), 2)) ==
        "a: 0 queued 0.5 waiting/sleep@process 1 1.5 finished\n"
        "b: 0 queued 0.5 waiting/sleep@process 2 2.5 finished\n"
        "c: 0 queued 1.5 waiting/sleep@process 1 2.5 finished\n");
}

TEST_CASE("a process is made only when a job comes and none is unoccupied, and starts from then on") {
  CHECK(chart(*processes_run(sleeper("a", 1) + "," + sleeper("b", 1, 2) + "," + sleeper("c", 1, 2.5), 3)) ==
        "a: 0 queued 0.5 waiting/sleep@process 1 1.5 finished\n"
        "b: 2 waiting/sleep@process 1 3 finished\n"
        "c: 2.5 queued 3 waiting/sleep@process 2 4 finished\n");
}

TEST_CASE("a process that starts needs no core: one that computes on the only core loses nothing") {
  const std::string machine = R"("machine": {"cores": 1, "process_start": 0.5},)";
  CHECK(chart(*processes_run(R"({"name": "a", "steps": [{"compute": 2}]}, )" + sleeper("b", 1, 1), 2, machine)) ==
        "a: 0 queued 0.5 running@process 1 2.5 finished\n"
        "b: 1 queued 1.5 waiting/sleep@process 2 2.5 finished\n");
}

TEST_CASE("tasks compute in processes at the same time with the GIL, where threads take turns at it") {
  const std::string tasks = R"({"name": "a", "steps": [{"compute": 1}]}, {"name": "b", "steps": [{"compute": 1}]})";
  const Scenario scenario = scenario_with_tasks(tasks, R"("machine": {"process_start": 0},)");
  RunSettings settings = default_settings(scenario);
  REQUIRE(has_gil(settings));
  const auto makespan_in = [&](Mode mode) {
    settings.mode = mode;
    return simulate(scenario, settings)->end()->time;
  };
  CHECK(makespan_in(Mode::processes) == Time(1s));
  CHECK(makespan_in(Mode::pool) == Time(2s));
}

TEST_CASE("processes beyond the cores take turns at them, and are ready for want of a core") {
  const auto run =
      processes_run(R"({"name": "a", "steps": [{"compute": 1}]}, {"name": "b", "steps": [{"compute": 1}]})", 2,
                    R"("machine": {"cores": 1, "time_slice": 1, "process_start": 0},)");
  CHECK(chart(*run) ==
        "a: 0 running@process 1 1 finished\n"
        "b: 0 ready/core@process 2 1 running@process 2 2 finished\n");
}

TEST_CASE("when max_workers grows, what is queued goes to new processes, which have to start first") {
  const std::string tasks = sleeper("a", 4) + "," + sleeper("b", 4) + "," + sleeper("c", 4);
  CHECK(chart(*processes_run(tasks, 1, R"("machine": {"process_start": 0.5},)", {{Time(1s), 2}})) ==
        "a: 0 queued 0.5 waiting/sleep@process 1 4.5 finished\n"
        "b: 0 queued 1.5 waiting/sleep@process 2 5.5 finished\n"
        "c: 0 queued 4.5 waiting/sleep@process 1 8.5 finished\n");
}

TEST_CASE("when max_workers falls, the process that ends a job leaves, and its variables go with it") {
  const std::string counts = R"([{"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}, {"sleep": 2},
      {"print": "{x}"}])";
  const auto task = [&](const std::string& name) { return R"({"name": ")" + name + R"(", "steps": )" + counts + "}"; };
  const auto run =
      processes_run(task("a") + "," + task("b") + "," + task("c"), 2,
                    R"("shared": {"n": 0}, "machine": {"process_start": 0},)", {{Time(1s), 1}, {Time(2500ms), 2}});
  CHECK(printed(*run) == "2 a: 0\n2 b: 0\n4 c: 1\n");
  CHECK(run->workers()[0].retired == Time(2s));
  CHECK(run->workers().size() == 2);
}

TEST_CASE("a process that is dismissed before it has started does its job first") {
  const auto run = processes_run(sleeper("a", 1) + "," + sleeper("b", 1), 2, R"("machine": {"process_start": 0.5},)",
                                 {{Time(250ms), 1}});
  CHECK(chart(*run) ==
        "a: 0 queued 0.5 waiting/sleep@process 1 1.5 finished\n"
        "b: 0 queued 0.5 waiting/sleep@process 2 1.5 finished\n");
}

TEST_CASE("on_error cancel cancels what is queued, and submits nothing more") {
  const auto run = processes_run(R"({"name": "long", "steps": [{"sleep": 4}]},
      {"name": "fails", "steps": [{"sleep": 2}, {"raise": "no"}]}, {"name": "third", "steps": [{"sleep": 1}]},
      {"name": "later", "after": 3, "steps": []})",
                                 2, R"("on_error": "cancel", "machine": {"process_start": 0.5},)");
  CHECK(chart(*run) ==
        "long: 0 queued 0.5 waiting/sleep@process 1 4.5 finished\n"
        "fails: 0 queued 0.5 waiting/sleep@process 2 2.5 failed\n"
        "third: 0 queued 2.5 cancelled\n"
        "later: not_started\n");
  CHECK(run->end()->outcome == Outcome::failed);
}

TEST_CASE("a job whose process is still starting has been given to it, and is not cancelled") {
  const auto run = processes_run(R"({"name": "fails", "steps": [{"raise": "no"}]},
      {"name": "given", "after": 0.25, "steps": [{"sleep": 1}]}, {"name": "queued", "after": 0.25, "steps": []})",
                                 2, R"("on_error": "cancel", "machine": {"process_start": 0.5},)");
  CHECK(chart(*run) ==
        "fails: 0 queued 0.5 failed\n"
        "given: 0.25 queued 0.75 waiting/sleep@process 2 1.75 finished\n"
        "queued: 0.25 queued 0.5 cancelled\n");
}

TEST_CASE("one by one, the only process that is ever needed starts once") {
  CHECK(chart(*processes_run(sleeper("a", 1) + "," + sleeper("b", 1) + "," + sleeper("c", 1, 4), 3,
                             R"("launch": "one_by_one", "machine": {"process_start": 0.5},)")) ==
        "a: 0 queued 0.5 waiting/sleep@process 1 1.5 finished\n"
        "b: 1.5 waiting/sleep@process 1 2.5 finished\n"
        "c: 4 waiting/sleep@process 1 5 finished\n");
}

TEST_CASE(
    "a run on processes lists what the first one has, and of each that is made as much, in the order of creation") {
  const auto run = processes_run(seller("a") + "," + seller("b"), 3, kTickets);
  std::string text;
  for (const SharedObject& object : run->info().objects) text += fmt::format("{} of {}; ", object.name, object.process);
  CHECK(text == "tickets of 1; till of 1; tickets of 2; till of 2; ");
  CHECK(run->workers().size() == 2);
}

TEST_CASE(
    "a scenario is refused on processes for each step that reaches others, wherever it stands, and on nothing else") {
  const std::string other = R"(, {"name": "b", "manual": true, "steps": []})";
  for (const std::string step : {R"({"start": "b"})", R"({"await": "b"})", R"({"cancel": "b"})",
                                 R"({"as_completed": ["b"], "into": "x", "steps": []})", R"({"put": "q", "value": 1})",
                                 R"({"get": "q", "into": "x"})"}) {
    CAPTURE(step);
    const Scenario scenario = scenario_with_tasks(
        R"({"name": "a", "steps": [{"if": "1 < 2", "steps": [], "else": [{"lock": "m", "steps": [)" + step + "]}]}]}" +
            other,
        R"("queues": {"q": 1},)");
    const std::string verb = step.substr(2, step.find('"', 2) - 2);
    const auto why = refusal(scenario, Mode::processes);
    REQUIRE(why);
    CHECK(why->find("no step \"" + verb + "\" reaches other tasks or their queues") != std::string::npos);
    for (const Mode mode : kModes) CHECK(refusal(scenario, mode).has_value() == (mode == Mode::processes));
  }
  CHECK_FALSE(refusal(scenario_with_tasks(seller("a"), kTickets), Mode::processes));
}
