#include "core/listing/listing.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/modes.h"
#include "tests/support/property.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string wait_of(const Scenario& scenario, Mode mode, Language language) {
  const Listing listing = list_program(scenario, mode, 2, language);
  return listing.wait_line() ? listing.lines()[*listing.wait_line()].text : "none";
}

// The word of the step's verb that its line must have.
std::string word_of(Verb verb, Language language) {
  switch (verb) {
    case Verb::print:
      return "print(";
    case Verb::sleep:
    case Verb::block:
      return "sleep";
    case Verb::compute:
      return "compute(";
    case Verb::repeat:
      return "for ";
    case Verb::set:
      return " = ";
    case Verb::branch:
      return "if ";
    case Verb::read:
    case Verb::write:
      return " = ";
    case Verb::lock:
      return language == Language::python ? "with " : "(";
    case Verb::acquire:
      return ".acquire(";
    case Verb::release:
      return ".release()";
    case Verb::put:
      return ".put(";
    case Verb::get:
      return ".get(";
    case Verb::start:
      return "tasks";
    case Verb::await:
      return language == Language::python ? "tasks" : "tasks[";
    case Verb::as_completed:
      return "for ";
    case Verb::give_back:
      return "eturn";  // in C++ thrown as Returned where something is to be done on the way out
    case Verb::raise:
      return language == Language::python ? "raise RuntimeError(" : "throw ";
    case Verb::attempt:
      return "try";
    case Verb::cancel:
      return "cancel";
    case Verb::call:
      return "(";
    case Verb::loop:
      break;
  }
  return "while ";
}

std::string problem_with(const Listing& listing, const std::vector<Step>& steps) {
  std::string problem;
  for_each_step(steps, [&](const Step& step) {
    const ListingLine& line = listing.lines().at(listing.line_of(step.id));
    if (line.step != step.id) problem = "the line of a step is not its own";
    if (line.role == LineRole::support) problem = "a step stands in the support";
    if (line.text.find(word_of(step.verb(), listing.language())) == line.text.npos)
      problem = "a step stands on: " + line.text;
  });
  return problem;
}

std::string problem_with(const Listing& listing, const Scenario& scenario) {
  std::string problem;
  for (const Function& function : scenario.functions) problem += problem_with(listing, function.steps);
  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    problem += problem_with(listing, scenario.tasks[at].steps);
    const std::size_t line = listing.line_of(task_id(at));
    if (listing.lines().at(line).task != task_id(at)) problem += "the line of a task is not its own";
  }
  return problem;
}

}  // namespace

TEST_CASE("a step's line is where it is executed, and a task's line where main has it executed") {
  const Listing python = list_program(built_in("coffee-shop"), Mode::coroutine, 2, Language::python);
  CHECK(line_at(python, step_id(1)) == "await asyncio.sleep(seconds * SECOND)");
  CHECK(line_at(python, task_id(2)) == "order(\"cake\", 3),");
  const Listing cpp = list_program(built_in("downloads"), Mode::threads, 2, Language::cpp);
  CHECK(line_at(cpp, step_id(0)) == "for (int i = 0; i < megabytes; ++i) {");
  CHECK(line_at(cpp, step_id(2)) == "std::this_thread::sleep_for(1 * SECOND);");
  CHECK(line_at(cpp, task_id(0)) == "threads.emplace_back(download, \"pictures.zip\", 5);");
}

TEST_CASE("main waits on a line of its own, except in sequential mode, where it calls") {
  const Scenario scenario = built_in("coffee-shop");
  CHECK(wait_of(scenario, Mode::sequential, Language::python) == "none");
  CHECK(wait_of(scenario, Mode::coroutine, Language::python) == "    await asyncio.gather(");
  CHECK(wait_of(scenario, Mode::threads, Language::python) == "        thread.join()");
  CHECK(wait_of(scenario, Mode::pool, Language::python) == "    with ThreadPoolExecutor(max_workers=2) as pool:");
  CHECK(wait_of(scenario, Mode::sequential, Language::cpp) == "none");
  CHECK(wait_of(scenario, Mode::coroutine, Language::cpp) == "  event_loop.run();");
  CHECK(wait_of(scenario, Mode::threads, Language::cpp) == "  for (std::thread& thread : threads) thread.join();");
  CHECK(wait_of(scenario, Mode::pool, Language::cpp) == "  pool.join();");
}

TEST_CASE("main waits for tasks that come later on a line for each of their moments, which has the first of them") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "later", "steps": [], "after": 2}, {"name": "now", "steps": []},
         {"name": "soon", "steps": [], "after": 0.5}, {"name": "with it", "steps": [], "after": 0.5})");
  const auto waits = [&](Mode mode, Language language) {
    const Listing listing = list_program(scenario, mode, 2, language);
    std::string text;
    for (const std::size_t at : listing.arrival_lines()) {
      const ListingLine& line = listing.lines()[at];
      text += scenario.tasks[index(line.arrival)].name + ":" + line.text + "\n";
    }
    return text;
  };
  CHECK(waits(Mode::coroutine, Language::python) ==
        "soon:    await sleep_until(start + 0.5 * SECOND)\nlater:    await sleep_until(start + 2 * SECOND)\n");
  CHECK(waits(Mode::coroutine, Language::cpp) ==
        "soon:  co_await sleep_until(start + 0.5 * SECOND);\nlater:  co_await sleep_until(start + 2 * SECOND);\n");
  CHECK(waits(Mode::pool, Language::python) ==
        "soon:        sleep_until(start + 0.5 * SECOND)\nlater:        sleep_until(start + 2 * SECOND)\n");
  CHECK(list_program(built_in("coffee-shop"), Mode::coroutine, 2, Language::python).arrival_lines().empty());
}

TEST_CASE("the text of a listing is all its lines, support included") {
  const Listing listing = list_program(built_in("coffee-shop"), Mode::pool, 2, Language::cpp);
  std::size_t support = 0;
  std::string text;
  for (const ListingLine& line : listing.lines()) {
    text += line.text + "\n";
    support += line.role == LineRole::support ? 1 : 0;
  }
  CHECK(listing.text() == text);
  CHECK(support > 0);
  CHECK(text.find("class ThreadPool") != text.npos);
}

TEST_CASE("a listing needs its scenario no more once it is made") {
  const Listing listing = [] {
    const Scenario scenario = built_in("ticket-desk");
    return list_program(scenario, Mode::pool, 2, Language::python);
  }();
  CHECK(line_at(listing, task_id(4)) == "pool.submit(buy, \"Eve\", \"one day ticket\", 1)");
}

TEST_CASE("a title is one line of comment and declares nothing, whatever it is") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "\"\"\" coding: latin-1 \\",
    "tasks": [{"name": "a", "steps": []}]})");
  CHECK(list_program(scenario, Mode::sequential, 1, Language::python).lines()[0].text ==
        R"("""\"\"\" coding: latin-1 \\, one after another.""")");
  CHECK(list_program(scenario, Mode::sequential, 1, Language::cpp).lines()[0].text ==
        R"(// """ coding: latin-1 \, one after another.)");
}

TEST_CASE("in every language and mode of one process each step about what tasks share has its line, of its kind") {
  const std::string steps = R"({"read": "{v}", "into": "x"}, {"write": "v", "value": "x + 1"}, {"acquire": "{m}"},
    {"lock": "m", "steps": [{"lock": "{m}", "steps": [{"release": "m"}]}]}, {"release": "{m}"},
    {"put": "q", "value": 1}, {"get": "{q}", "into": "x"})";
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "shared": {"v": 0}, "queues": {"q": 1},
    "functions": {"f": {"parameters": ["v", "m", "q"], "steps": [)" +
                                        steps + R"(]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"v": "v", "m": "n", "q": "q"}},
              {"name": "b", "steps": [{"lock": "own", "steps": [{"acquire": "m"}, {"put": "q", "value": 2}]}]}]})");
  for (const Mode mode : kModesOfOneProcess) {
    for (const Language language : kLanguages) {
      CHECK(problem_with(list_program(scenario, mode, 2, language), scenario) == "");
    }
  }
}

TEST_CASE("on processes each step about what each of them has has its line, of its kind, in every language") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "shared": {"v": 0}, "semaphores": {"s": 1},
    "functions": {"f": {"parameters": ["v", "m"], "steps": [{"read": "{v}", "into": "x"}, {"write": "v", "value": "x + 1"},
      {"acquire": "{m}"}, {"lock": "s", "steps": [{"lock": "{m}", "steps": [{"release": "m"}]}]}, {"release": "{m}"},
      {"try": [{"acquire": "s", "timeout": 1}, {"return": "x"}], "except": [{"raise": "no {x}"}]}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"v": "v", "m": "n"}}, {"name": "b", "after": 1, "steps": []}]})");
  for (const Language language : kLanguages) {
    CHECK(problem_with(list_program(scenario, Mode::processes, 2, language), scenario) == "");
  }
}

TEST_CASE(
    "in every language and mode of one process each step by which tasks deal with each other has its line, of its "
    "kind") {
  const std::string steps = R"({"start": "m"}, {"await": "m"}, {"await": ["m", "b"], "into": ["x", "y"], "timeout": 1},
    {"await": "m", "into": "x", "timeout": "{s}"}, {"as_completed": ["m"], "into": "z", "steps": [{"cancel": "m"}]},
    {"try": [{"raise": "no {z}"}], "except": [{"await": "b"}], "finally": [{"sleep": 1}]},
    {"try": [{"acquire": "k", "timeout": 1}, {"return": "{s}"}], "finally": [{"try": [], "except": [{"get": "q", "into": "x", "timeout": 2}]}]},
    {"put": "q", "value": "x", "timeout": 0}, {"return": "z"})";
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "queues": {"q": 1},
    "functions": {"f": {"parameters": ["s"], "steps": [)" +
                                        steps + R"(]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"s": 1}}, {"name": "b", "steps": [{"cancel": "c"}], "after": 1},
              {"name": "m", "manual": true, "steps": [{"raise": "no"}]}, {"name": "c", "manual": true, "steps": []}]})");
  for (const Mode mode : kModesOfOneProcess) {
    for (const Language language : kLanguages) {
      CHECK(problem_with(list_program(scenario, mode, 2, language), scenario) == "");
    }
  }
}

TEST_CASE("whatever the main program makes of ends, each step and each task has its line, and it waits on one") {
  const std::string tasks = R"({"name": "a", "timeout": 3, "steps": [{"start": "m"}, {"raise": "no"}]},
    {"name": "b", "after": 1, "steps": [{"await": "m"}]}, {"name": "m", "manual": true, "steps": [{"sleep": 1}]})";
  for (const std::string_view launch : kLaunchWords) {
    for (const std::string_view on_error : kOnErrorWords) {
      for (const std::string_view main : kMainEndWords) {
        const Scenario scenario = scenario_with_tasks(
            tasks, fmt::format(R"("launch": "{}", "on_error": "{}", "main": "{}", )", launch, on_error, main));
        for (const Mode mode : kModesOfOneProcess) {
          for (const Language language : {Language::python, Language::cpp}) {
            const Listing listing = list_program(scenario, mode, 2, language);
            CHECK(problem_with(listing, scenario) == "");
            CHECK(listing.wait_line().has_value() == (mode != Mode::sequential));
            CHECK(listing.arrival_lines().size() == 1);
          }
        }
      }
    }
  }
}

TEST_CASE("in every mode and language each step and each task of a random scenario has its line, of its kind") {
  CHECK(holds(200, [] {
    const PlannedScenario planned = random_scenario({.most_depth = 4});
    const Mode mode = *rc::gen::elementOf(kModes);
    RC_LOG() << planned.text << "\nmode " << name(mode) << "\n";
    for (const Language language : kLanguages) {
      RC_ASSERT(problem_with(list_program(planned.scenario, mode, 2, language), planned.scenario) == "");
    }
  }));
}

}  // namespace interleave::testing
