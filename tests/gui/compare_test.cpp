#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

// A window that compares the modes of a scenario, run to the end of the longest.
struct Comparison : Headless {
  explicit Comparison(std::vector<ScenarioEntry> scenarios) : Headless(std::move(scenarios)) {
    click("compare"_act);
    update(state, command::Run{});
    pass(1000);
    frame();
  }
};

const Forecast& forecast_of(const AppState& state) {
  REQUIRE(state.forecaster.answer() != nullptr);
  return *state.forecaster.answer();
}

// Of the comparison's rows, those of which something is drawn that is not wholly in sight.
std::vector<std::size_t> rows_cut_off(const Comparison& window) {
  const auto lanes = lanes_of_modes(forecast_of(window.state).runs(), window.state.view);
  const Rect area = window.drawn().lanes;
  std::vector<std::size_t> cut;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const auto bars = window.bars(i);
    const bool anything = std::any_of(lanes[i].spans.begin(), lanes[i].spans.end(),
                                      [](const Span& span) { return span.end - span.begin > std::chrono::seconds(0); });
    const bool whole = !bars.empty() && bars[0].box.top >= area.top && bars[0].box.bottom <= area.bottom;
    if (anything && !whole) cut.push_back(i);
  }
  return cut;
}

std::string many_tasks(int tasks) {
  std::string text;
  for (int i = 0; i < tasks; ++i) {
    text += fmt::format(R"({}{{"name": "task {}", "steps": [{{"sleep": 1}}]}})", i == 0 ? "" : ",", i + 1);
  }
  return R"({"interleave": 1, "title": "many", "tasks": [)" + text + "]}";
}

std::string verdict(const Headless& window) { return verdict_texts(forecast_of(window.state), Told::after).front(); }

}  // namespace

TEST_CASE("the comparison shows each mode with its time, and says what the difference comes from") {
  Comparison window(only("coffee-shop"));
  for (const char* text : {"Sequential", "Coroutine", "Threads", "Thread pool", "Processes", "took 9.00 s",
                           "took 5.00 s", "took 5.05 s", "1 thread; up to 3 tasks wait at once and hold no worker",
                           "3 threads, one for each task", "max_workers 2: 2 threads; 1 task queued",
                           "max_workers 2: 2 processes, each ready after 50 ms; 1 task queued"}) {
    CAPTURE(text);
    CHECK(window.shows(text));
  }
  CHECK(
      verdict(window) ==
      "Coroutine, threads and thread pool took 5.00 s, processes 5.05 s, sequential 9.00 s. The event loop waited for "
      "all 3 at once. The processes: each took 50 ms to start, and for 1.00 s, both processes waited while 1 "
      "task was queued.");
}

TEST_CASE("compared by worker, whoever is queued and on no worker's lane is named beside the mode's time") {
  Comparison window(only("coffee-shop"));
  window.resize(1280, 720);
  update(window.state, command::SetView{View::by_worker});
  update(window.state, command::MovePlayhead{moment_at(0.5)});
  window.frame();
  CHECK(window.shows("queued now: food, cake"));
  update(window.state, command::MovePlayhead{moment_at(1)});
  window.frame();
  CHECK(window.shows("queued now: cake"));
  CHECK_FALSE(window.shows("queued now: food"));
  update(window.state, command::SetView{View::by_task});
  window.frame();
  CHECK_FALSE(window.shows("queued now"));
}

TEST_CASE("all modes are in sight at once, as one explores and in a hall, on the smallest screen") {
  for (const char* scenario : {"coffee-shop", "photo-filters"}) {
    for (const View view : {View::by_task, View::by_worker}) {
      for (const bool presenting : {false, true}) {
        Comparison window(only(scenario));
        window.resize(1280, 720);
        update(window.state, command::SetView{view});
        window.state.presenting = presenting;
        window.use_scale(static_cast<int>(shown_scale(window.state, 1280, 720)));
        window.frame();
        CAPTURE(scenario);
        CAPTURE(presenting);
        CAPTURE(static_cast<int>(view));
        CHECK(rows_cut_off(window).empty());
        for (const Mode mode : kModes) {
          CHECK(window.shows(title(mode)));
          CHECK(window.shows("took " + time_text(forecast_of(window.state).of(mode).horizon())));
        }
        const std::string last = view == View::by_task ? window.state.scenario().tasks.back().name : "worker 2";
        CHECK(window.shows(last));
        CHECK(window.shows("waiting, holds a worker"));
      }
    }
  }
}

TEST_CASE("rows of a comparison are low before they are out of sight, and lower than a word only where they must") {
  Comparison window(from_text(many_tasks(6)));
  CHECK(rows_cut_off(window).empty());
  CHECK_FALSE(window.shows("rows below"));
  const auto height = [&] { return window.bars(0).at(0).box.height(); };
  CHECK(height() < 12);
  CHECK(height() >= 8);
  CHECK_FALSE(window.shows("all 6 at once"));
  window.resize(1920, 1080);
  window.frame();
  CHECK(height() >= 14);
  CHECK(window.shows("all 6 at once"));
}

TEST_CASE("a comparison with more rows than the window has room for says how many are out of sight") {
  Comparison window(from_text(many_tasks(30)));
  update(window.state, command::SetView{View::by_task});
  window.frame();
  CHECK(window.bars(0).at(0).box.height() >= 16);
  CHECK(window.shows("rows below: scroll to see them"));
  CHECK_FALSE(window.shows("above"));
  update(window.state, command::ScrollLanes{200});
  window.frame();
  CHECK(window.shows("rows above, "));
  update(window.state, command::ScrollLanes{100'000});
  window.frame();
  CHECK(window.shows("rows above: scroll to see them"));
}

TEST_CASE("before a mode's run is over in the comparison, its time is a prediction") {
  Headless window(only("coffee-shop"));
  window.click("compare"_act);
  CHECK(window.shows("will take 5.00 s"));
  window.click("run"_act);
  window.pass(6);
  window.frame();
  CHECK(window.shows("will take 9.00 s"));
  CHECK(window.shows("took 5.00 s"));
}

TEST_CASE("who looks back on a comparison reads what each mode took") {
  Comparison window(only("coffee-shop"));
  update(window.state, command::MovePlayhead{moment_at(6)});
  window.frame();
  CHECK(window.shows("took 9.00 s"));
  CHECK_FALSE(window.shows("will take"));
}

TEST_CASE("where all modes are compared, console, machine and result say whose they are") {
  Comparison window(only("coffee-shop"));
  window.resize(1920, 1080);
  window.frame();
  CHECK(window.shows("CONSOLE OF SEQUENTIAL"));
  CHECK(window.shows("NOW OF SEQUENTIAL"));
  CHECK(window.shows("Sequential: took 9.00 s"));
}

TEST_CASE("the comparison plays until the longest mode is over, whichever mode is chosen") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SetMode{Mode::coroutine});
  window.click("compare"_act);
  window.click("run"_act);
  window.pass(7);
  CHECK(window.state.playing);
  CHECK(seconds(window.state.playhead) == doctest::Approx(7));
  window.pass(7);
  CHECK_FALSE(window.state.playing);
  CHECK(seconds(window.state.playhead) == doctest::Approx(9));
  window.click("compare"_act);
  CHECK(seconds(window.state.playhead) == doctest::Approx(5));
}

TEST_CASE("by worker, the comparison gives sequential one line and the loop's tasks lines of their own") {
  Comparison window(only("coffee-shop"));
  window.click("view-by-worker"_act);
  const auto lanes = lanes_of_modes(forecast_of(window.state).runs(), View::by_worker);
  REQUIRE(lanes.size() == 1 + 4 + 3 + 2 + 2);
  CHECK(lanes[0].section == "Sequential");
  CHECK(window.bars(0).size() == 3);
  CHECK(lanes[2].kind == LaneKind::no_worker);
  CHECK(lanes[5].section == "Threads");
}

TEST_CASE("a bar of the comparison is that mode's span, with its details") {
  Comparison window(only("coffee-shop"));
  window.click("view-by-worker"_act);
  window.click(window.bars(8)[1].box.center());
  CHECK(window.state.selection == Selection{task_id(2), 1, Mode::pool});
  CHECK(window.shows("WHY IS cake WAITING?"));
  CHECK(window.shows("worker 1"));
}

TEST_CASE("steps go from event to event of all compared modes") {
  Comparison window(only("coffee-shop"));
  update(window.state, command::MovePlayhead{moment_at(3.5)});
  update(window.state, command::StepEvent{Direction::next});
  CHECK(seconds(window.state.playhead) == doctest::Approx(4));  // the pool's second order, though sequential is chosen
}

TEST_CASE("the curve is the pool's makespan for one to sixteen workers, with the fewest that are enough") {
  Headless window(only("coffee-shop"));
  const Forecast& forecast = forecast_of(window.state);
  REQUIRE(forecast.curve_of(Mode::pool).size() == 16);
  CHECK(forecast.curve_of(Mode::pool)[0].makespan == moment_at(9));
  CHECK(forecast.curve_of(Mode::pool)[1].makespan == moment_at(5));
  CHECK(forecast.curve_of(Mode::pool)[15].makespan == moment_at(5));
  CHECK(enough_workers(forecast.curve_of(Mode::pool)) == 2);
}

TEST_CASE("of a comparison only the pool changes with max_workers") {
  Headless window(only("coffee-shop"));
  const auto threads = forecast_of(window.state).modes[2];
  update(window.state, command::SetMaxWorkers{1});
  CHECK(forecast_of(window.state).of(Mode::pool).horizon() == moment_at(9));
  CHECK(forecast_of(window.state).modes[2] == threads);
}

TEST_CASE("a large scenario is compared in the background, and the window stays usable meanwhile") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "tasks": [
    {"name": "a", "steps": [{"repeat": 5000, "steps": [{"sleep": 1}]}]},
    {"name": "b", "steps": [{"repeat": 5000, "steps": [{"sleep": 1}]}]}]})"));
  CHECK(window.state.forecaster.answer() == nullptr);
  window.click("compare"_act);
  CHECK(window.shows("Simulating all modes"));
  while (window.state.forecaster.computing()) window.pass(0);
  window.frame();
  CHECK(window.shows("Coroutine, threads and thread pool will take 1 h 23 min 20 s"));
}

TEST_CASE("in a comparison, figures and console are those of the mode that is chosen, whatever was run") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SetMode{Mode::coroutine});
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  update(window.state, command::SetComparing{Comparing::yes});
  update(window.state, command::SetMode{Mode::sequential});
  update(window.state, command::GoToEnd{});
  window.frame();
  CHECK(figures_of(window.state).front().text == "Sequential: took 9.00 s");
  for (const Figure& figure : figures_of(window.state)) {
    CAPTURE(figure.text);
    CHECK(figure.text.find("faster") == std::string::npos);
  }
  CHECK(window.shows("CONSOLE OF SEQUENTIAL"));
  CHECK(window.shows("9.00"));
  update(window.state, command::SetMode{Mode::coroutine});
  window.frame();
  CHECK(figures_of(window.state).front().text == "Coroutine: took 5.00 s");
}

TEST_CASE("before the comparison was seen to its end its sentence is about what will be, in a strip as high as then") {
  Headless window(only("photo-filters"));
  window.resize(1280, 720);
  window.click("compare"_act);
  CHECK(window.shows("Processes will take 6.05 s, coroutine and threads 9.00 s"));
  CHECK(verdict_texts(forecast_of(window.state), Told::before)
            .front()
            .ends_with("In threads and the pool, the GIL will let one task at a time compute. "
                       "The pool: for 1.00 s, both workers will wait while up to 2 tasks are queued."));
  CHECK_FALSE(window.shows("took"));
  const float top = window.bars(0).at(0).box.top;
  update(window.state, command::Run{});
  window.pass(1000);
  window.frame();
  CHECK(window.shows("Processes took 6.05 s, coroutine and threads 9.00 s"));
  CHECK_FALSE(window.shows("will"));
  CHECK(window.bars(0).at(0).box.top == top);
}

TEST_CASE("what is slower says how long its workers waited while tasks queued, and how long they took to start") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SetMaxWorkers{1});
  CHECK(
      verdict(window).ends_with("The processes: each took 50 ms to start, and for 6.00 s, its only process waited "
                                "while up to 2 tasks were queued."));
}

TEST_CASE("the verdict names what holds the loop, and what overlaps nothing") {
  CHECK(verdict(Headless(only("frozen-loop"))).ends_with("The event loop: tasks that block had it 57 % of the time."));
  CHECK(verdict(Headless(only("photo-filters")))
            .ends_with(
                "The processes waited for up to 2 tasks at once and computed for 2 at once, each with its own GIL, "
                "but each took 50 ms to start, and for 0.50 s, both processes waited while up to 2 tasks were queued. "
                "In threads and the pool, the GIL let one task at a time compute. "
                "The pool: for 1.00 s, both workers waited while up to 2 tasks were queued."));
  CHECK(verdict(Headless(from_text(R"({"interleave": 1, "title": "alone", "tasks": [
    {"name": "a", "steps": [{"sleep": 1}]}], "machine": {"process_start": 0}})"))) ==
        "Every mode took 1.00 s. No two tasks have anything to overlap.");
}

}  // namespace interleave::gui
