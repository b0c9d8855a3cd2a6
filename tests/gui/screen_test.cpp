#include "app/gui/views/screen.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/fake_session.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

std::vector<Look> looks(const std::vector<DrawnBar>& bars) {
  std::vector<Look> found;
  for (const DrawnBar& bar : bars) found.push_back(bar.future ? Look::future : bar.look);
  return found;
}

using Looks = std::vector<Look>;

}  // namespace

TEST_CASE("before Run everything is drawn as not happened yet") {
  Headless window(only("coffee-shop"));
  CHECK(window.shows("ready"));
  CHECK_FALSE(window.drawn().bars.empty());
  for (const DrawnBar& bar : window.drawn().bars) CHECK(bar.future);
}

TEST_CASE("pressing Run plays the run: bars grow with the playhead") {
  Headless window(only("coffee-shop"));
  window.click("mode-coroutine"_act);
  window.click("run"_act);
  CHECK(window.shows("running"));
  CHECK(window.shows("Pause"));
  window.pass(2);
  const auto food = window.bars(1);
  REQUIRE(looks(food) == Looks{Look::waiting_free, Look::future});
  CHECK(food[0].box.right == doctest::Approx(window.drawn().playhead_x).epsilon(0.01));
  window.pass(2);
  CHECK(window.bars(1)[0].box.right > food[0].box.right);
  CHECK(window.shows("sleep 5 s"));
}

TEST_CASE("during a real run, what follows the record is the prediction and no longer") {
  auto run = std::make_shared<FakeRun>();
  testing::Events events;
  run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::threads));
  Headless window(only("coffee-shop"), engine_of(run));
  window.click("mode-threads"_act);
  window.click("real-time"_act);
  window.click("run"_act);
  events.at(0).submitted(2, State::ready, Cause::core).worker(0, "thread 1").started(2, 0).sleeps_holding(2, 1, 0);
  run->timeline->append(events.at(2).batch());
  run->now = moment_at(2);
  window.pass(1);
  window.pass(1);
  const auto cake = window.bars(2);
  REQUIRE(looks(cake) == Looks{Look::waiting_held, Look::future});
  const TimeScale scale(window.state.viewport.range(), window.drawn().axis.left, window.drawn().axis.right);
  CHECK(scale.time(double{cake[0].box.right}) == doctest::Approx(2).epsilon(0.01));
  CHECK(scale.time(double{cake[1].box.right}) == doctest::Approx(3).epsilon(0.01));
}

TEST_CASE("each mode has the looks that tell it from the others") {
  CHECK(looks(FinishedRun(Mode::sequential).bars(2)) == Looks{Look::queued, Look::waiting_held});
  CHECK(looks(FinishedRun(Mode::coroutine).bars(2)) == Looks{Look::waiting_free});
  CHECK(looks(FinishedRun(Mode::threads).bars(2)) == Looks{Look::waiting_held});
  CHECK(looks(FinishedRun(Mode::pool).bars(2)) == Looks{Look::queued, Look::waiting_held});
}

TEST_CASE("a coroutine's loop is drawn empty and says why") {
  FinishedRun window(Mode::coroutine);
  CHECK(window.bars(3).empty());
  CHECK(window.shows("free: who awaits takes no worker"));
  CHECK(window.shows("1 thread"));
}

TEST_CASE("by worker, sequential's tasks share one line") {
  FinishedRun window(Mode::sequential);
  window.click("view-by-worker"_act);
  const auto bars = window.bars(0);
  REQUIRE(bars.size() == 3);
  CHECK(bars[1].label == "food: sleep 5 s");
  CHECK(bars[1].box.left >= bars[0].box.right);
}

TEST_CASE("switching the mode after a run keeps the picture and says what it shows") {
  FinishedRun window(Mode::sequential);
  const auto before = window.bars(1);
  window.click("mode-coroutine"_act);
  CHECK(looks(window.bars(1)) == looks(before));
  CHECK(window.shows("This is the last run: Sequential"));
  window.click("run"_act);
  CHECK_FALSE(window.shows("This is the last run"));
}

TEST_CASE("max_workers can be changed by its buttons in the thread pool alone") {
  Headless window(only("coffee-shop"));
  CHECK_FALSE(window.find("more-workers"_act).enabled);
  window.click("mode-pool"_act);
  window.click("more-workers"_act);
  CHECK(window.state.settings.max_workers == 3);
  window.click("fewer-workers"_act);
  window.click("fewer-workers"_act);
  window.click("fewer-workers"_act);
  CHECK(window.state.settings.max_workers == 1);
  CHECK_FALSE(window.find("fewer-workers"_act).enabled);
}

TEST_CASE("dragging on the axis scrubs, and the console shows what was printed by then") {
  FinishedRun window(Mode::coroutine);
  CHECK(window.shows(">> Received food"));
  const Rect axis = window.drawn().axis;
  const auto x = [&](double time) {
    const TimeRange range = window.state.viewport.range();
    return axis.left + static_cast<float>((time - range.begin) / range.length()) * axis.width();
  };
  window.drag({x(4), axis.center().y}, {x(2), axis.center().y});
  CHECK(seconds(window.state.playhead) == doctest::Approx(2).epsilon(0.02));
  CHECK(window.shows(">> Received coffee"));
  CHECK_FALSE(window.shows(">> Received food"));
}

TEST_CASE("the wheel zooms at the pointer, a double click shows everything again") {
  FinishedRun window(Mode::coroutine);
  const TimeRange whole = window.state.viewport.range();
  const Point middle = window.drawn().lanes.center();
  window.wheel(middle, 3);
  CHECK(window.state.viewport.range().length() < whole.length());
  CHECK(window.state.viewport.range().begin > whole.begin);
  window.press_key({Key::home, 0, false, false});
  window.pass(1);
  CHECK(window.state.viewport.range().length() == doctest::Approx(whole.length()));
}

TEST_CASE("clicking a bar shows its details, the next key its neighbour's, Esc none") {
  FinishedRun window(Mode::pool);
  window.click(window.bars(2)[0].box.center());
  CHECK(window.shows("WHY IS cake QUEUED?"));
  CHECK(window.shows("both workers are held, by coffee and food"));
  window.press_key({Key::none, U'.', false, false});
  window.frame();
  CHECK(window.shows("waiting, holds a worker"));
  CHECK(window.shows("sleep 3 s, line"));
  window.press_key({Key::escape, 0, false, false});
  window.frame();
  CHECK_FALSE(window.shows("WHY IS"));
}

TEST_CASE("pointing at a bar tells task, state, cause, times, worker and step") {
  FinishedRun window(Mode::threads);
  window.move_to(window.bars(1)[0].box.center());
  window.frame();
  for (const char* text : {"food", "waiting, holds a worker", "its sleep is not over",
                           "begin 0.00 s, end 5.00 s, length 5.00 s", "thread 2"}) {
    CAPTURE(text);
    CHECK(window.shows(text));
  }
}

TEST_CASE("what lies below an open menu feels no click") {
  FinishedRun window(Mode::sequential);
  window.click("scenario"_act);
  REQUIRE(window.state.menu == Menu::scenarios);
  window.click(window.find("mode-threads"_act).box.center());
  CHECK(window.state.settings.mode == Mode::sequential);
  CHECK(window.state.menu == Menu::none);
}

TEST_CASE("the help lists its own key") {
  Headless window(only("coffee-shop"));
  window.press_key({Key::none, U'?', false, true});
  window.frame();
  CHECK(window.shows("Keys and gestures"));
  CHECK(window.shows("play or pause"));
}

TEST_CASE("what runs and steps stands in one row, however narrow the window is") {
  Headless window(only("downloads"));
  for (const float width : {1280.0F, 1000.0F, 850.0F, 700.0F, 640.0F}) {
    CAPTURE(width);
    window.resize(width, 600);
    window.frame();
    for (const ActId act : {"pause"_act, "step"_act, "to-start"_act}) {
      CHECK(window.find(act).box.top == window.find("run"_act).box.top);
    }
  }
}

TEST_CASE("where the machine has no room for all, it says how many more run and how many wait for a core") {
  std::string tasks;
  for (int i = 1; i <= 40; ++i) {
    tasks += (i > 1 ? "," : "") + ("{\"name\": \"t" + std::to_string(i)) + "\", \"steps\": [{\"compute\": 5}]}";
  }
  Headless window(from_text(
      R"({"interleave": 1, "title": "many", "mode": "threads", "machine": {"cores": 16, "gil": false},
      "tasks": [)" +
      tasks + "]}"));
  window.resize(1280, 720);
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(1)});
  window.frame();
  CHECK(window.shows("24 without a core"));
  CHECK_FALSE(window.shows("35 more"));
}

TEST_CASE("of the tasks in a queue all say how long they are there, or none does") {
  Headless window(only("photo-filters"));
  update(window.state, command::SetMode{Mode::pool});
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(2)});
  for (const float width : {900.0F, 1100.0F, 1280.0F, 1600.0F, 1920.0F}) {
    CAPTURE(width);
    window.resize(width, 720);
    window.frame();
    std::size_t said = 0;
    for (const DrawnText& text : window.drawn().texts) said += text.text == "for 2.00 s" && !text.cut ? 1U : 0U;
    CHECK((said == 0 || said == 2));
  }
}

TEST_CASE("what has just begun has a dot at the playhead, in its row, and no length yet") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SetMode{Mode::pool});
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  update(window.state, command::MovePlayhead{moment_at(1)});
  window.frame();
  REQUIRE(window.drawn().begun.size() == 1);
  CHECK(window.drawn().begun[0].task == task_id(2));
  CHECK(window.drawn().begun[0].at.x == doctest::Approx(window.drawn().playhead_x).epsilon(0.01));
  for (const DrawnBar& bar : window.bars(2)) CHECK((bar.future || bar.look == Look::queued));
  update(window.state, command::MovePlayhead{moment_at(1.01)});
  window.frame();
  CHECK(window.drawn().begun.empty());
}

TEST_CASE("the axis marks where the run ends, and has several labels in a hall too") {
  Headless window(only("coffee-shop"));
  window.resize(1280, 720);
  update(window.state, command::SetMode{Mode::coroutine});
  window.state.presenting = true;
  window.use_scale(static_cast<int>(shown_scale(window.state, 1280, 720)));
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(2.4)});
  window.frame();
  window.frame();
  const auto stands_on_axis = [&](std::string_view label) {
    const auto& texts = window.drawn().texts;
    return std::any_of(texts.begin(), texts.end(), [&](const DrawnText& text) {
      return text.text == label && !text.cut && text.box.top >= window.drawn().axis.top - 1 &&
             text.box.bottom <= window.drawn().axis.bottom + 1;
    });
  };
  CHECK(stands_on_axis("end 5.00 s"));
  CHECK(stands_on_axis("1 s"));
  CHECK(stands_on_axis("4 s"));
}

TEST_CASE("a console that has scrolled says how many lines are above") {
  Headless window(only("coffee-shop"));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.resize(1280, 400);
  window.frame();
  CHECK(window.shows(" above"));
  window.resize(1920, 1080);
  window.frame();
  CHECK_FALSE(window.shows(" above"));
}

TEST_CASE("the scenario's title is whole where room goes to what the mode has no use for") {
  Headless window(only("photo-filters"));
  for (const Mode mode : {Mode::sequential, Mode::coroutine, Mode::threads}) {
    update(window.state, command::SetMode{mode});
    window.resize(1280, 720);
    window.frame();
    const auto& texts = window.drawn().texts;
    CHECK(std::any_of(texts.begin(), texts.end(),
                      [](const DrawnText& text) { return text.text == "Photo filters on two cores" && !text.cut; }));
  }
}

TEST_CASE("a hundred thousand short spans cost no more triangles than the pixels they cover") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "tasks": [
    {"name": "a", "steps": [{"repeat": 100000, "steps": [{"sleep": 0.001}]}]}]})"));
  window.click("run"_act);
  window.press_key({Key::end, 0, true, false});
  window.frame();
  CHECK(window.triangles() < 60'000);
}

}  // namespace interleave::gui
