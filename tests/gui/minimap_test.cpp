#include "app/gui/model/picture/minimap.h"

#include <doctest/doctest.h>

#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

std::string many_tasks(int count) {
  std::string text = R"({"interleave": 1, "title": "many", "tasks": [)";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? "," : "") + std::string(R"({"name": "t)") + std::to_string(i) +
            R"(", "steps": [{"repeat": 100, "steps": [{"sleep": 0.01}]}]})";
  }
  return text + "]}";
}

}  // namespace

TEST_CASE("a lane of very many spans takes at most one bar a pixel, and neighbours that look the same take one") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "tasks": [
    {"name": "a", "steps": [{"repeat": 100000, "steps": [{"sleep": 0.001}]}]}]})"));
  const auto lanes = lanes_of(*window.state.run.record, View::by_task);
  const TimeScale scale(window.state.viewport.whole(), 0, 900);
  const Time end = window.state.run.record->horizon();
  CHECK(mini_bars(lanes[0], scale, end, end).size() <= 900);
  CHECK(mini_bars(lanes[0], scale, end, end).size() < 10);
}

TEST_CASE("columns say how many of the tasks were at it: none but the end of a staircase") {
  FinishedRun window(Mode::threads);  // coffee until 1, cake until 3, food until 5
  const TimeScale scale({0, 5}, 0, 500);
  const auto columns = mini_columns(*window.state.run.record, scale);
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].waiting == doctest::Approx(1));
  CHECK(columns[1].left == doctest::Approx(100));
  CHECK(columns[1].waiting == doctest::Approx(2.0 / 3));
  CHECK(columns[2].right == doctest::Approx(500));
  CHECK(columns[2].waiting == doctest::Approx(1.0 / 3));
}

TEST_CASE("the frame on the strip can be dragged, and what the lanes show goes along") {
  FinishedRun window(Mode::pool);
  update(window.state, command::ShowRange{{1, 2}});
  window.frame();
  const Rect frame = window.drawn().window_frame;
  window.drag(frame.center(), {frame.center().x + frame.width(), frame.center().y});
  CHECK(window.state.viewport.range().begin == doctest::Approx(2).epsilon(0.02));
  CHECK(window.state.viewport.range().length() == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("each edge of the frame can be dragged and the other one stays") {
  FinishedRun window(Mode::pool);
  update(window.state, command::ShowRange{{1, 2}});
  window.frame();
  const Rect frame = window.drawn().window_frame;
  window.drag({frame.right, frame.center().y}, {frame.right + frame.width(), frame.center().y});
  CHECK(window.state.viewport.range().begin == doctest::Approx(1).epsilon(0.01));
  CHECK(window.state.viewport.range().end == doctest::Approx(3).epsilon(0.02));
  window.drag({window.drawn().window_frame.left, frame.center().y}, {frame.center().x, frame.center().y});
  CHECK(window.state.viewport.range().begin == doctest::Approx(1.5).epsilon(0.02));
  CHECK(window.state.viewport.range().end == doctest::Approx(3).epsilon(0.02));
}

TEST_CASE("the strip can be taken at any place of the frame, and does not jump when it is") {
  FinishedRun window(Mode::pool);
  update(window.state, command::ShowRange{{1, 3}});
  window.frame();
  const Rect frame = window.drawn().window_frame;
  const Point taken{frame.left + frame.width() * 0.75F, frame.center().y};
  window.move_to(taken);
  window.mouse_down();
  window.move_to({taken.x + 1, taken.y});
  CHECK(window.state.viewport.range().begin == doctest::Approx(1).epsilon(0.02));
  window.mouse_up();
}

TEST_CASE("a click on the strip beside the frame takes the frame's middle there") {
  FinishedRun window(Mode::pool);
  update(window.state, command::ShowRange{{0, 1}});
  window.frame();
  const TimeScale scale(window.state.viewport.whole(), window.drawn().minimap.left, window.drawn().minimap.right);
  window.click({static_cast<float>(scale.x(4.0)), window.drawn().minimap.center().y});
  CHECK(window.state.viewport.range().begin == doctest::Approx(3.5).epsilon(0.02));
  CHECK(window.state.viewport.range().length() == doctest::Approx(1));
}

TEST_CASE("hundreds of busy tasks cost the strip no more than its pixels") {
  const auto triangles = [](int tasks) {
    Headless window(from_text(many_tasks(tasks)));
    update(window.state, command::ShowRange{{0, 0.001}});
    window.frame();
    return window.triangles();
  };
  CHECK(triangles(400) < triangles(20) + 3 * 2 * 1000);
}

TEST_CASE(
    "a worker that is free most of the time does not look busy on the small picture, however many turns it gives") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "mode": "coroutine", "tasks": [
    {"name": "a", "steps": [{"repeat": 1000, "steps": [{"compute": 0.002}, {"sleep": 0.1}]}]},
    {"name": "b", "steps": [{"repeat": 1000, "steps": [{"compute": 0.002}, {"sleep": 0.1}]}]}]})"));
  const Timeline& run = *window.state.run.record;
  const auto lanes = lanes_of(run, View::by_worker);
  const TimeScale scale({0, seconds(run.horizon())}, 0, 700);
  const auto bars = mini_bars(lanes[0], scale, run.horizon(), run.horizon());
  REQUIRE_FALSE(bars.empty());
  for (const MiniBar& bar : bars) CHECK(bar.share == 0.25F);
  for (const MiniBar& bar : mini_bars(lanes[1], scale, run.horizon(), run.horizon())) CHECK(bar.share == 1);
}

}  // namespace interleave::gui
