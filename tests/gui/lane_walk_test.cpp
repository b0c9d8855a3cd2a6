#include "app/gui/model/update/lane_walk.h"

#include <doctest/doctest.h>

#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/state/shown.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

std::string selected(const AppState& state) {
  const Span* span = selected_span(state);
  if (span == nullptr) return "nothing";
  return state.run.record->tasks()[index(span->task)].name + ": " + span_label(state.run.record->info(), *span);
}

}  // namespace

TEST_CASE("on a worker's lane the next span is the worker's, whoever's task it is") {
  FinishedRun window(Mode::sequential);
  window.click("view-by-worker"_act);
  window.click(window.bars(0).at(0).box.center());
  CHECK(selected(window.state) == "coffee: sleep 1 s");
  window.type(".");
  CHECK(selected(window.state) == "food: sleep 5 s");
  window.type(".");
  CHECK(selected(window.state) == "cake: sleep 3 s");
  window.type(".");
  CHECK(selected(window.state) == "cake: sleep 3 s");
  window.type(",");
  CHECK(selected(window.state) == "food: sleep 5 s");
}

TEST_CASE("on a task's lane the next span is the task's") {
  FinishedRun window(Mode::sequential);
  window.click(window.bars(2).at(0).box.center());
  CHECK(selected(window.state) == "cake: queued");
  window.type(".");
  CHECK(selected(window.state) == "cake: sleep 3 s");
}

TEST_CASE("down and up walk from lane to lane at the same time of the run") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(2)});
  window.press(Key::down);
  CHECK(selected(window.state) == "coffee: sleep 1 s");
  window.press(Key::down);
  CHECK(selected(window.state) == "food: sleep 5 s");
  window.press(Key::down);
  CHECK(selected(window.state) == "cake: sleep 3 s");
  window.press(Key::down);
  CHECK(selected(window.state) == "cake: sleep 3 s");
  window.press(Key::up);
  CHECK(selected(window.state) == "food: sleep 5 s");
}

TEST_CASE("a lane without spans is walked to as well, and Enter zooms to what is selected") {
  FinishedRun window(Mode::coroutine);
  for (int i = 0; i < 4; ++i) window.press(Key::down);
  CHECK(window.state.lane == LaneKey{LaneKind::worker, 0});
  CHECK(selected(window.state) == "nothing");
  window.press(Key::up);
  CHECK(selected(window.state) == "cake: sleep 3 s");
  window.press(Key::enter);
  CHECK(window.state.viewport.target().end < 5);
}

TEST_CASE("walking scrolls the lanes so that the walked one is in sight, there and back") {
  std::string text = R"({"interleave": 1, "title": "many", "tasks": [)";
  for (int i = 0; i < 60; ++i) {
    text += std::string(i > 0 ? "," : "") + R"({"name": "t)" + std::to_string(i) + R"(", "steps": [{"sleep": 1}]})";
  }
  Headless window(from_text(text + "]}"));
  window.frame();
  REQUIRE_FALSE(window.shows("t59"));
  for (int i = 0; i < 60; ++i) window.press_key({Key::down, 0, false, false});
  window.frame();
  CHECK(window.shows("t59"));
  CHECK_FALSE(window.shows("t0 "));
  for (int i = 0; i < 60; ++i) window.press_key({Key::up, 0, false, false});
  window.frame();
  CHECK(window.state.lane_scroll == 0);
}

}  // namespace interleave::gui
