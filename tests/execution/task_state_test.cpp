// The state of a task is plain data.
#include "core/execution/task_state.h"

#include <doctest/doctest.h>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/execution/advance.h"
#include "core/execution/program.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

const Scenario& looping() {
  static const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "t", "functions": {
    "f": {"parameters": ["n", "s"], "steps": [
      {"repeat": "{n}", "index": "i", "steps": [
        {"print": "{task} {i} of {n}"}, {"sleep": "{s}"}, {"repeat": "{i}", "steps": [{"compute": "{i}"}]}]},
      {"block": 0.5}]},
    "g": {"parameters": [], "steps": []}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"n": 3, "s": 0.25}},
              {"name": "b", "call": "f", "arguments": {"n": 2, "s": 4}},
              {"name": "c", "call": "g"}, {"name": "d", "steps": [{"print": "own"}]}]})");
  return scenario;
}

// Goes on to the next step: "sleep 0.250000 #3", "print a 0 of 3 #2"; "end" where there is none.
std::string next(const Program& program, TaskId task, TaskState& state) {
  const auto operation = advance(program.code(task), state);
  if (!operation) return "end";
  const Task& source = program.scenario().tasks[index(task)];
  const std::string what = operation.verb == Verb::print ? text_of(operation, program.code(task), source, state)
                                                         : std::to_string(seconds(operation.length));
  return std::string(name(operation.verb)) + " " + what + " #" + std::to_string(index(operation.step));
}

std::vector<std::string> rest(const Program& program, TaskId task, TaskState state) {
  std::vector<std::string> steps;
  while (steps.empty() || steps.back() != "end") steps.push_back(next(program, task, state));
  return steps;
}

}  // namespace

TEST_CASE("a task takes its steps in order, with its own numbers, and stays at its end") {
  const Program program(looping());
  CHECK(rest(program, task_id(1), program.start(task_id(1))) ==
        std::vector<std::string>{"print b 0 of 2 #1", "sleep 4.000000 #2", "print b 1 of 2 #1", "sleep 4.000000 #2",
                                 "compute 1.000000 #4", "block 0.500000 #5", "end"});
  TaskState state = program.start(task_id(2));
  CHECK(next(program, task_id(2), state) == "end");
  CHECK(next(program, task_id(2), state) == "end");
}

TEST_CASE("a copy of a task's state goes on as the original would, from wherever it was made") {
  const Program program(looping());
  for (std::size_t task = 0; task < looping().tasks.size(); ++task) {
    const TaskId id = task_id(task);
    TaskState state = program.start(id);
    const std::size_t steps = rest(program, id, state).size();
    for (std::size_t taken = 0; taken < steps; ++taken) {
      const TaskState copy = state;
      CHECK(copy == state);
      CHECK(rest(program, id, copy) == rest(program, id, state));
      CHECK(copy == state);  // neither has changed the other
      next(program, id, state);
    }
  }
}

TEST_CASE("two ways to the same state make equal states of one hash, and a step further is another state") {
  const Program program(looping());
  const Program again(looping());
  const std::hash<TaskState> hash;
  const TaskId id = task_id(0);
  TaskState one = program.start(id);
  TaskState other = again.start(id);
  std::unordered_set<TaskState> seen;
  for (std::size_t left = rest(program, id, one).size(); left > 1; --left) {
    CHECK(one == other);
    CHECK(hash(one) == hash(other));
    CHECK(seen.insert(one).second);
    next(program, id, one);
    CHECK_FALSE(one == other);
    next(again, id, other);
  }
  CHECK(seen.contains(program.start(id)));
}

TEST_CASE("what a task waits for, and until when, belongs to its state") {
  const Program program(looping());
  const TaskState state = program.start(task_id(0));
  TaskState waits = state;
  waits.stage = Stage::sleeping;
  CHECK_FALSE(waits == state);
  TaskState later = waits;
  later.due = Time(std::chrono::seconds(1));
  CHECK_FALSE(later == waits);
  later.due = waits.due;
  CHECK(later == waits);
  CHECK_FALSE(program.start(task_id(0)) == program.start(task_id(1)));  // other arguments
}

TEST_CASE("a state can be assigned another task's, of whatever size, and itself") {
  const Program program(looping());
  TaskState state = program.start(task_id(2));
  state = program.start(task_id(0));
  CHECK(state == program.start(task_id(0)));
  const TaskState& same = state;
  state = same;
  CHECK(state == program.start(task_id(0)));
  const TaskState moved = std::move(state);
  CHECK(moved == program.start(task_id(0)));
  state = program.start(task_id(3));
  CHECK(rest(program, task_id(3), state) == std::vector<std::string>{"print own #6", "end"});
}
