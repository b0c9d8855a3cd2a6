// The choices that an execution leaves to a chooser.
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "core/execution/execution.h"
#include "core/execution/program.h"
#include "core/runtime/virtual_runtime.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

using Questions = std::vector<std::string>;

// Writes down whom it is asked about, "w1 w2", "t0" or "t0 a1"; chooses the first, or the last.
class AskedChooser final : public Chooser {
 public:
  enum class Choice : std::uint8_t { first, last };
  explicit AskedChooser(Choice choice) : choice_(choice) {}

  std::size_t choose(const Candidates& candidates) override {
    std::string question;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const Candidate candidate = candidates[i];
      question += (i == 0 ? "" : " ");
      question += letter(candidate.kind) + std::to_string(candidate.number);
    }
    questions.push_back(question);
    return choice_ == Choice::first ? 0 : candidates.size() - 1;
  }

  Questions questions;

 private:
  static std::string letter(Candidate::Kind kind) {
    return kind == Candidate::Kind::worker ? "w" : kind == Candidate::Kind::timer ? "t" : "a";
  }

  Choice choice_;
};

const Program& three_sleepers() {
  static const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "steps": [{"sleep": 1}]},
         {"name": "c", "steps": [{"sleep": 1}]})");
  static const Program program(scenario);
  return program;
}

Questions questions_of(Mode mode, AskedChooser::Choice choice) {
  AskedChooser chooser(choice);
  VirtualRuntime runtime({.chooser = &chooser});
  Execution execution(three_sleepers(), {.mode = mode}, runtime, nullptr);
  CHECK(runtime.run(execution.main_program()) == VirtualRuntime::End::finished);
  CHECK(runtime.now() == Time(std::chrono::seconds(mode == Mode::sequential ? 3 : mode == Mode::pool ? 2 : 1)));
  return chooser.questions;
}

}  // namespace

TEST_CASE("threads that wake at one moment are chosen among by name, those left in their order") {
  CHECK(questions_of(Mode::threads, AskedChooser::Choice::first) ==
        Questions{"w1 w2 w3", "w2 w3", "w3", "w1 w2 w3", "w2 w3", "w3"});
  CHECK(questions_of(Mode::threads, AskedChooser::Choice::last) ==
        Questions{"w1 w2 w3", "w1 w2", "w1", "w3 w2 w1", "w3 w2", "w3"});
}

TEST_CASE("timers of an event loop that ring at one moment are chosen among by their tasks") {
  const Questions first = questions_of(Mode::coroutine, AskedChooser::Choice::first);
  CHECK(first == Questions{"w1", "w1", "t0 t1 t2", "t1 t2", "t2"});
  const Questions last = questions_of(Mode::coroutine, AskedChooser::Choice::last);
  CHECK(last == Questions{"w1", "w1", "t0 t1 t2", "t0 t1", "t0"});
}

TEST_CASE("an event loop's main program is chosen among the timers too, by the first task that it will submit") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "late", "steps": [], "after": 2}, {"name": "sleeps", "steps": [{"sleep": 1}, {"sleep": 1}]},
         {"name": "first", "steps": [], "after": 1}, {"name": "with it", "steps": [], "after": 1})");
  const Program program(scenario);
  const auto asked = [&](AskedChooser::Choice choice) {
    AskedChooser chooser(choice);
    VirtualRuntime runtime({.chooser = &chooser});
    Execution execution(program, {.mode = Mode::coroutine}, runtime, nullptr);
    CHECK(runtime.run(execution.main_program()) == VirtualRuntime::End::finished);
    return chooser.questions;
  };
  CHECK(asked(AskedChooser::Choice::first) == Questions{"w1", "w1", "a2 t1", "t1", "w1", "a0 t1", "t1"});
  CHECK(asked(AskedChooser::Choice::last) == Questions{"w1", "w1", "a2 t1", "a2", "w1", "t1 a0", "t1"});
}

TEST_CASE("a worker that is alone is asked about at every turn") {
  for (const std::string& question : questions_of(Mode::sequential, AskedChooser::Choice::last)) {
    CHECK(question == "w1");
  }
}
