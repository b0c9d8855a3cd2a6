#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/curve_text.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/explain/why.h"
#include "app/gui/model/picture/shared_bars.h"
#include "app/gui/model/picture/use_marks.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kDoor = R"({"interleave": 1, "title": "A door", "mode": "threads", "shared": {"count": 0},
  "functions": {"enter": {"parameters": ["pause"], "steps": [{"sleep": "{pause}"},
    {"lock": "door", "steps": [{"read": "count", "into": "n"}, {"sleep": 1}, {"write": "count", "value": "n + 1"}]},
    {"sleep": 1}]}},
  "tasks": [{"name": "Ada", "call": "enter", "arguments": {"pause": 0.5}},
            {"name": "Bob", "call": "enter", "arguments": {"pause": 1}}]})";

constexpr std::string_view kCrossed = R"({"interleave": 1, "title": "Two transfers", "mode": "threads", "tasks": [
  {"name": "rent", "steps": [{"lock": "alice", "steps": [{"sleep": 1}, {"lock": "bob", "steps": []}]}]},
  {"name": "refund", "steps": [{"lock": "bob", "steps": [{"sleep": 2}, {"lock": "alice", "steps": []}]}]}]})";

constexpr std::string_view kBelt = R"({"interleave": 1, "title": "A belt", "mode": "threads", "queues": {"belt": 1},
  "tasks": [{"name": "maker", "steps": [{"repeat": 3, "index": "i", "steps": [{"put": "belt", "value": "i"}]}]},
            {"name": "user", "steps": [{"sleep": 1}, {"get": "belt", "into": "x"}, {"sleep": 1},
              {"get": "belt", "into": "x"}, {"sleep": 1}, {"get": "belt", "into": "x"}]}]})";

struct Sharing : Headless {
  explicit Sharing(std::string_view text, double at) : Headless(from_text(text)) {
    resize(1280, 720);
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    look_at(at);
  }
  void look_at(double at) {
    update(state, command::MovePlayhead{moment_at(at)});
    state.viewport.settle();
    frame();
  }
  const Timeline& run() const { return *state.run.record; }
};

// "lock door: Bob has it since 1.50 s; variable count: 1 by Ada at 1.50 s" of the part that tells what is shared.
std::string shared_now(const Timeline& timeline, double at) {
  std::string text;
  const auto parts = occupancy_at(timeline, moment_at(at));
  if (parts.back().part_of != PartOf::beside) return "nothing";
  for (const OccupancyItem& item : parts.back().items) {
    text += (text.empty() ? "" : " | ") + item.place + ":";
    if (item.task != TaskId::none) text += " " + timeline.tasks()[index(item.task)].name;
    for (const std::string& more : {item.text, item.until}) text += more.empty() ? "" : " " + more;
  }
  return text;
}

}  // namespace

TEST_CASE("what tasks share has lanes below theirs, by task and by worker, until they are switched off") {
  Sharing window(kDoor, 1.45);
  for (const View view : {View::by_task, View::by_worker}) {
    update(window.state, command::SetView{view});
    const auto lanes = shown_lanes(window.state);
    const auto shared =
        std::count_if(lanes.begin(), lanes.end(), [](const Lane& l) { return l.kind == LaneKind::shared; });
    CHECK(shared == 2);
    CHECK(lanes.back().kind == LaneKind::shared);
  }
  window.frame();
  CHECK(window.shows("SHARED"));
  CHECK(window.shows("held by Ada; Bob waits"));
  window.press_key({Key::none, U'k', false, false});
  for (const Lane& lane : shown_lanes(window.state)) CHECK(lane.kind != LaneKind::shared);
  window.click("shared-lanes"_act);
  CHECK(shown_lanes(window.state).back().kind == LaneKind::shared);
}

TEST_CASE("a run that shares nothing has no such lanes, and nothing to switch") {
  Headless window(only("coffee-shop"));
  window.frame();
  CHECK_FALSE(window.shows("Shared"));
  for (const Lane& lane : shown_lanes(window.state)) CHECK(lane.kind != LaneKind::shared);
}

TEST_CASE("modes are compared by their tasks and workers alone") {
  Headless window(from_text(kDoor));
  update(window.state, command::SetComparing{Comparing::yes});
  for (const Lane& lane : shown_lanes(window.state)) CHECK(lane.kind != LaneKind::shared);
}

TEST_CASE("a lane of what is shared is cut at the playhead, and short stretches are one bar") {
  std::vector<SharedStretch> history(3);
  history[0].end = history[1].begin = moment_at(1);
  history[1].end = history[2].begin = moment_at(1.001);
  const TimeScale scale({0, 10}, 0, 1000);
  const auto bars = lay_out_shared(history, scale, moment_at(2), moment_at(4));
  REQUIRE(bars.size() == 4);
  CHECK(bars[0] == SharedBar{0, 100, false, 0, 1});
  CHECK(bars[1].count == 1);
  CHECK(bars[2].right == doctest::Approx(200));
  CHECK_FALSE(bars[2].future);
  CHECK(bars[3].future);
  CHECK(bars[3].right == doctest::Approx(400));
  const auto far = lay_out_shared(history, TimeScale({0, 10'000}, 0, 1000), moment_at(2), moment_at(4));
  REQUIRE(far.size() == 2);
  CHECK(far[0].count == 3);
}

TEST_CASE("uses of what is shared are marked on the task that made them, those of one place together") {
  Sharing window(kDoor, 3);
  const TimeScale scale({0, 4}, 0, 400);
  const auto marks = use_marks(window.run(), scale, moment_at(1.5), 13);
  REQUIRE(marks.size() == 2);
  REQUIRE(marks[0].size() == 2);
  CHECK(marks[0][0].count == 2);
  CHECK(marks[0][0].x == doctest::Approx(50));
  CHECK(use_text(window.run().info(), window.run().accesses()[marks[0][0].uses[0]]) == "took lock door");
  CHECK(use_text(window.run().info(), window.run().accesses()[marks[0][0].uses[1]]) == "read 0 from count");
  CHECK(use_text(window.run().info(), window.run().accesses()[marks[0][1].uses[0]]) == "wrote 1 to count");
  REQUIRE(marks[1].size() == 1);
  CHECK(use_marks(window.run(), scale, moment_at(0.2), 13)[0].empty());
}

TEST_CASE("NOW says who has each lock and who waits, the values, the items and the permits left") {
  const Sharing door(kDoor, 1.2);
  CHECK(shared_now(door.run(), 0.2) == "variable count: 0 | lock door: free");
  CHECK(shared_now(door.run(), 1.2) == "variable count: 0 | lock door: Ada has it since 0.50 s Bob waits");
  CHECK(shared_now(door.run(), 1.7) == "variable count: 1 by Ada at 1.50 s | lock door: Bob has it since 1.50 s");
  CHECK(door.shows("SHARED"));
}

TEST_CASE("a full or an empty queue says so, and who waits") {
  const Sharing belt(kBelt, 0.95);
  CHECK(shared_now(belt.run(), 0.5) == "queue belt: 1 of 1: 0; maker waits");
  CHECK(shared_now(belt.run(), 2.5) == "queue belt: 1 of 1: 2");
  CHECK(belt.shows("1 of 1, full; maker waits"));
}

TEST_CASE("whoever waits for a lock is told what for, who has it, and who ends that when") {
  const Sharing window(kDoor, 1.2);
  const TaskTrack& bob = window.run().tasks()[1];
  const auto waits =
      std::find_if(bob.spans.begin(), bob.spans.end(), [](const Span& s) { return waits_for_object(s.cause); });
  REQUIRE(waits != bob.spans.end());
  const Why reason =
      why(window.run(), {task_id(1), static_cast<std::size_t>(waits - bob.spans.begin())}, moment_at(1.2));
  CHECK(reason.sentence ==
        "Bob waits for lock door, held by Ada; Ada releases it at 1.50 s. It holds thread 2 meanwhile.");
  REQUIRE(reason.ended_by);
  CHECK(reason.ended_by->task == task_id(0));
  CHECK(window.shows("waits for door"));
}

TEST_CASE("who waits for one that waits is told of both, and the marks in the code say the same") {
  Sharing window(kCrossed, 1.5);
  CHECK(awaited_text(window.run(), object_id(1), moment_at(1.5)) == "lock bob, held by refund");
  CHECK(awaited_text(window.run(), object_id(1), moment_at(2)) == "lock bob, held by refund, which waits for alice");
  bool told = false;
  for (const StandingLine& line : standing_lines(window.state)) {
    for (const auto& standing : line.tasks) told = told || standing.state == "waits for lock bob, held by refund";
  }
  CHECK(told);
}

TEST_CASE("a deadlock is a ring of arrows at the end, and a sentence in the console and in the status line") {
  Sharing window(kCrossed, 2);
  CHECK(window.drawn().ring_arrows == 2);
  CHECK(window.shows("Deadlock at 2.00 s:"));
  CHECK(window.shows("rent holds alice and waits for bob; refund holds bob and waits for alice"));
  CHECK(window.shows("waits for bob"));
  CHECK(window.shows("waits for alice"));
  CHECK(figures_of(window.state)[0].text == "deadlocked at 2.00 s");
  for (const Figure& figure : figures_of(window.state)) CHECK(figure.text.find("faster") == std::string::npos);
  window.look_at(1.9);
  CHECK(window.drawn().ring_arrows == 0);
  CHECK_FALSE(window.shows("Deadlock"));
}

TEST_CASE("what deadlocks is compared with nothing: neither the fastest mode nor the best number of workers") {
  Headless window(from_text(kCrossed));
  const Forecast* forecast = window.state.forecaster.answer();
  REQUIRE(forecast != nullptr);
  CHECK(verdict_texts(*forecast, Told::after).front() ==
        "Processes took 2.05 s, sequential 3.00 s. Coroutine, threads and thread pool deadlocked. The processes waited "
        "for both at once, but each took 50 ms to start.");
  CHECK(enough_workers(forecast->curve_of(Mode::pool)) == 1);
  RunSettings pool;
  pool.mode = Mode::pool;
  pool.max_workers = 2;
  CHECK(curve_texts(*forecast, pool).front() == "Now 2: deadlock at 2.00 s.  Best of 1..16: 1 worker, 3.00 s.");
  update(window.state, command::SetComparing{Comparing::yes});
  window.frame();
  CHECK(window.shows("will deadlock at 2.00 s"));
}

TEST_CASE("a change in the last moment of a run stands behind its end") {
  Sharing window(kBelt, 3);
  CHECK(window.run().horizon() == moment_at(3));
  const auto& texts = window.drawn().texts;
  const auto end = static_cast<float>(window.drawn().playhead_x);
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [&](const DrawnText& text) { return text.text == "0" && text.box.left > end; }));
}

TEST_CASE("before it is run, a run that will deadlock is not said to take a time") {
  Headless window(from_text(kCrossed));
  window.frame();
  CHECK(window.shows("predicted to deadlock at 2.00 s"));
}

TEST_CASE("a lane of what is shared can be walked to and selected, and goes from change to change") {
  Sharing window(kDoor, 1.2);
  update(window.state, command::SelectShared{1, moment_at(0.5)});
  CHECK(selected_object(window.state) == object_id(1));
  window.frame();
  CHECK(window.shows("LOCK door, AT 0.50 s"));
  CHECK(window.shows("door is held by Ada since 0.50 s."));
  CHECK(window.shows("Ada took lock door"));
  update(window.state, command::SelectNeighbour{Direction::next});
  CHECK(window.state.playhead == moment_at(1));
  update(window.state, command::SelectNeighbour{Direction::next});
  CHECK(window.state.playhead == moment_at(1.5));
  update(window.state, command::SelectNeighbour{Direction::previous});
  CHECK(window.state.playhead == moment_at(1));
  update(window.state, command::SelectLane{Direction::previous});
  CHECK(selected_object(window.state) == object_id(0));
  update(window.state, command::ClearSelection{});
  CHECK(selected_object(window.state) == std::nullopt);
}

}  // namespace interleave::gui
