#include "app/gui/model/state/code.h"

#include <cmath>
#include <doctest/doctest.h>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "core/interchange/recording.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

AppState run_of(std::vector<ScenarioEntry> scenarios, Mode mode) {
  AppState state = make_app(real_engine(), std::move(scenarios));
  update(state, command::SetMode{mode});
  update(state, command::Run{});
  update(state, command::GoToEnd{});
  return state;
}

std::string code_line(const AppState& state, std::size_t line) {
  const std::string& text = state.code.listing->lines()[line].text;
  return text.substr(text.find_first_not_of(' '));
}

// The marks at a moment as text: "await asyncio.sleep(…): coffee food | …".
std::string marks_at(AppState& state, double time) {
  update(state, command::MovePlayhead{moment_at(time)});
  std::string text;
  for (const StandingLine& mark : standing_lines(state)) {
    if (!text.empty()) text += " | ";
    text += code_line(state, mark.line) + ":";
    for (const auto& standing : mark.tasks) {
      text += " " + (standing.task == TaskId::none ? "main" : state.run.record->tasks()[index(standing.task)].name);
    }
  }
  return text;
}

Look look_of_main(const AppState& state) {
  for (const StandingLine& mark : standing_lines(state)) {
    if (mark.tasks.back().task == TaskId::none) return mark.tasks.back().look;
  }
  FAIL("main has no mark");
  return Look::future;
}

std::size_t line_with(const AppState& state, std::string_view text) {
  const auto& lines = state.code.listing->lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.find(text) != std::string::npos) return i;
  }
  FAIL("no line has ", text);
  return 0;
}

// The spans that stand out, as text: "coffee 0-1, food 0-5".
std::string made_by_chosen(const AppState& state) {
  std::string text;
  for (const TaskTrack& task : state.run.record->tasks()) {
    for (const Span& span : task.spans) {
      if (!state.code.chosen || !state.code.chosen->made(span)) continue;
      if (!text.empty()) text += ", ";
      text += task.name + " " + std::to_string(std::lround(seconds(span.begin))) + "-" +
              std::to_string(std::lround(seconds(span.end)));
    }
  }
  return text;
}

// b is due while a holds the loop.
constexpr std::string_view kArrivals = R"({"interleave": 1, "title": "arrivals", "tasks": [
  {"name": "a", "steps": [{"block": 2}]}, {"name": "b", "steps": [{"sleep": 3}], "after": 1},
  {"name": "c", "steps": [{"sleep": 2}], "after": 4}]})";

constexpr std::string_view kLoop = R"({"interleave": 1, "title": "loop", "tasks": [
  {"name": "a", "steps": [{"print": "begins"}, {"repeat": 2, "steps": [{"sleep": 1}, {"block": 1}]}, {"sleep": 3}]}]})";

// As a recording of before version 3 has it.
Timeline without_creations(const Timeline& run) {
  TimelineParts parts{.info = run.info(),
                      .end = run.end().value(),
                      .tasks = {run.tasks().begin(), run.tasks().end()},
                      .workers = {run.workers().begin(), run.workers().end()},
                      .output = {run.output().begin(), run.output().end()},
                      .changes = {},
                      .counters = run.counters(),
                      .longest_wait = run.longest_wait()};
  for (TaskTrack& task : parts.tasks) task.created.reset();
  return Timeline(std::move(parts));
}

}  // namespace

TEST_CASE("the code is that of the chosen mode, workers, language and scenario") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::SetMode{Mode::coroutine});
  CHECK(line_with(state, "await asyncio.gather(") > 0);
  update(state, command::SetMode{Mode::pool});
  update(state, command::SetMaxWorkers{7});
  CHECK(line_with(state, "ThreadPoolExecutor(max_workers=7)") > 0);
  update(state, command::SetLanguage{Language::cpp});
  CHECK(line_with(state, "ThreadPool pool(7);") > 0);
}

TEST_CASE("a line is not written anew by what does not change it") {
  AppState state = run_of(only("coffee-shop"), Mode::coroutine);
  const auto before = state.code.listing;
  update(state, command::MovePlayhead{moment_at(1)});
  update(state, command::ToggleSupport{});
  update(state, command::Run{});
  CHECK(state.code.listing == before);
}

TEST_CASE("coroutines stand at their await until what they wait for is over") {
  AppState state = run_of(only("coffee-shop"), Mode::coroutine);
  CHECK(marks_at(state, 0.5) == "await asyncio.sleep(seconds * SECOND): coffee food cake");
  CHECK(marks_at(state, 2) == "await asyncio.sleep(seconds * SECOND): food cake");
  CHECK(marks_at(state, 5) == "");
}

TEST_CASE("a task that is queued stands where the pool was given it") {
  AppState state = run_of(only("coffee-shop"), Mode::pool);
  CHECK(marks_at(state, 0.5) == "time.sleep(seconds * SECOND): coffee food | pool.submit(order, \"cake\", 3): cake");
  CHECK(standing_lines(state).back().tasks.front().look == Look::queued);
  CHECK(marks_at(state, 1.5) == "time.sleep(seconds * SECOND): food cake");
}

TEST_CASE(
    "at a line, who runs stands first, then who holds a worker, then the others: where room ends, these are left out") {
  AppState state = run_of(only("photo-filters"), Mode::threads);
  CHECK(marks_at(state, 1.0) ==
        "time.sleep(0.5 * SECOND): portrait.jpg | compute(effort * SECOND): city.jpg beach.jpg forest.jpg");
  for (const double now : {1.3, 3.1, 5.2}) {
    CAPTURE(now);
    const auto lines = standing_lines(*state.run.record, *state.code.listing, moment_at(now));
    for (const StandingLine& line : lines) {
      const auto runs = [](const StandingLine::Standing& s) { return s.look == Look::running; };
      CHECK(std::is_partitioned(line.tasks.begin(), line.tasks.end(), runs));
    }
  }
}

TEST_CASE("in sequential mode what has not been reached has no mark") {
  AppState state = run_of(only("coffee-shop"), Mode::sequential);
  CHECK(marks_at(state, 0.5) == "time.sleep(seconds * SECOND): coffee");
  CHECK(marks_at(state, 1.5) == "time.sleep(seconds * SECOND): food");
}

TEST_CASE("what holds the event loop and what it keeps waiting stand at different lines") {
  AppState state = run_of(only("frozen-loop"), Mode::coroutine);
  CHECK(marks_at(state, 3) ==
        "await asyncio.sleep(seconds * SECOND): profile | time.sleep(seconds * SECOND)  # blocks the event loop: report"
        " | page(\"search\", 3),: search | page(\"avatar\", 1),: avatar");
}

TEST_CASE("main stands where it awaits the next arrival, also while the loop is held, and then at gather, to the end") {
  AppState state = run_of(from_text(kArrivals), Mode::coroutine);
  CHECK(marks_at(state, 0.5) ==
        "time.sleep(2 * SECOND)  # blocks the event loop: a | await sleep_until(start + 1 * SECOND): main");
  CHECK(look_of_main(state) == Look::waiting_free);
  CHECK(marks_at(state, 1.5) ==
        "time.sleep(2 * SECOND)  # blocks the event loop: a | await sleep_until(start + 1 * SECOND): main | "
        "tasks.append(asyncio.create_task(b())): b");
  CHECK(look_of_main(state) == Look::ready);
  CHECK(marks_at(state, 2.5) == "await asyncio.sleep(3 * SECOND): b | await sleep_until(start + 4 * SECOND): main");
  CHECK(marks_at(state, 4.5) ==
        "await asyncio.sleep(3 * SECOND): b | await asyncio.sleep(2 * SECOND): c | await asyncio.gather(*tasks): main");
  CHECK(marks_at(state, 5.5) == "await asyncio.sleep(2 * SECOND): c | await asyncio.gather(*tasks): main");
  CHECK(marks_at(state, 6) == "");
}

TEST_CASE("main has no mark of its own in the other modes") {
  AppState state = run_of(from_text(kArrivals), Mode::pool);
  CHECK(marks_at(state, 0.5) == "time.sleep(2 * SECOND): a");
}

TEST_CASE("of a recording main has its mark; of an older one but where that leaves open whether it has come further") {
  AppState state = run_of(from_text(kArrivals), Mode::coroutine);
  const auto saved = read_recording(write_recording(*state.run.record, kArrivals));
  REQUIRE(saved);
  const Timeline older = without_creations(*saved.value().timeline);
  const auto main_in = [&](const Timeline& timeline, double time) {
    for (const StandingLine& line : standing_lines(timeline, *state.code.listing, moment_at(time))) {
      if (line.tasks.back().task == TaskId::none) return code_line(state, line.line);
    }
    return std::string("no mark");
  };
  for (const double time : {0.5, 1.5, 2.0, 3.5, 4.0, 5.5, 6.0}) {
    CAPTURE(time);
    const std::string mark = main_in(*state.run.record, time);
    CHECK(main_in(*saved.value().timeline, time) == mark);
    CHECK(main_in(older, time) == (time == 1.5 ? "no mark" : mark));
  }
}

TEST_CASE("nothing stands anywhere before Run, nor in the code of a mode that has not run") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(standing_lines(state).empty());
  update(state, command::Run{});
  update(state, command::MovePlayhead{moment_at(0.5)});
  CHECK_FALSE(standing_lines(state).empty());
  update(state, command::SetMode{Mode::threads});
  CHECK(standing_lines(state).empty());
}

TEST_CASE("a line stands for all that it made on the timeline, and chosen again for nothing") {
  AppState state = run_of(only("coffee-shop"), Mode::coroutine);
  const std::size_t line = line_with(state, "await asyncio.sleep");
  update(state, command::ChooseLine{line});
  CHECK(made_by_chosen(state) == "coffee 0-1, food 0-5, cake 0-3");
  CHECK(line_in_focus(state) == line);
  update(state, command::ChooseLine{line});
  CHECK_FALSE(line_in_focus(state));
}

TEST_CASE("a loop's line stands for what is within it, a submission for the task") {
  AppState state = run_of(from_text(kLoop), Mode::coroutine);
  update(state, command::ChooseLine{line_with(state, "for _ in range(2)")});
  CHECK(made_by_chosen(state) == "a 0-1, a 1-2, a 2-3, a 3-4");
  state = run_of(only("coffee-shop"), Mode::pool);
  update(state, command::ChooseLine{line_with(state, "\"cake\"")});
  CHECK(made_by_chosen(state) == "cake 0-1, cake 1-4");
}

TEST_CASE("a print's line stands for its task at the moment of printing, and chosen again for the next, to the last") {
  AppState state = run_of(only("coffee-shop"), Mode::coroutine);
  const std::size_t line = line_with(state, "Received");
  for (const char* made : {"coffee 0-1", "cake 0-3", "food 0-5"}) {
    update(state, command::ChooseLine{line});
    CHECK(made_by_chosen(state) == made);
    CHECK(line_in_focus(state) == line);
    CHECK(state.playhead == state.run.record->output()[*state.code.chosen->printed].time);
  }
  update(state, command::ChooseLine{line});
  CHECK_FALSE(line_in_focus(state));
}

TEST_CASE("a line of the console leads to its moment, its task and the line that printed it, chosen again to none") {
  AppState state = run_of(only("downloads"), Mode::pool);
  const auto output = state.run.record->output();
  for (std::size_t i = 0; i < output.size(); ++i) {
    update(state, command::ChoosePrinted{i});
    REQUIRE(state.code.chosen);
    CHECK(state.code.chosen->task == output[i].task);
    CHECK(state.playhead == output[i].time);
    CHECK(code_line(state, state.code.chosen->line).find("print") != std::string::npos);
    CHECK((code_line(state, state.code.chosen->line).find("{i}") != std::string::npos) ==
          (output[i].text.find(" MB") != std::string::npos));
  }
  update(state, command::ChoosePrinted{output.size() - 1});
  CHECK_FALSE(line_in_focus(state));
}

TEST_CASE("before Run a print's line stands for the task that will print it first, and nothing begins") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::ChooseLine{line_with(state, "Received")});
  REQUIRE(state.code.chosen);
  CHECK(state.code.chosen->task == task_id(0));
  CHECK_FALSE(state.run.started);
}

TEST_CASE("a line that made one span alone selects it") {
  AppState state = run_of(from_text(kLoop), Mode::threads);
  update(state, command::ChooseLine{line_with(state, "time.sleep(3 * SECOND)")});
  CHECK_FALSE(state.code.chosen);
  REQUIRE(selected_span(state) != nullptr);
  CHECK(seconds(selected_span(state)->begin) == doctest::Approx(4));
}

TEST_CASE("a selected span has its line, and takes the place of a chosen line") {
  AppState state = run_of(only("coffee-shop"), Mode::pool);
  update(state, command::ChooseLine{line_with(state, "time.sleep")});
  REQUIRE(state.code.chosen);
  update(state, command::SelectSpan{task_id(2), 0, {}});
  CHECK_FALSE(state.code.chosen);
  CHECK(code_line(state, *line_in_focus(state)) == "pool.submit(order, \"cake\", 3)");
  update(state, command::SelectNeighbour{Direction::next});
  CHECK(code_line(state, *line_in_focus(state)) == "time.sleep(seconds * SECOND)");
  update(state, command::Escape{});
  CHECK_FALSE(line_in_focus(state));
}

}  // namespace interleave::gui
