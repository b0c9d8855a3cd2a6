#include "app/gui/model/picture/span_label.h"

#include <doctest/doctest.h>

#include "app/gui/model/picture/time_text.h"

namespace interleave::gui {

namespace {

Span span_of(State state, std::size_t task, std::size_t step, Cause cause = Cause::none) {
  Span span;
  span.task = task_id(task);
  span.step = step_id(step);
  span.state = state;
  span.cause = cause;
  return span;
}

RunInfo shop() {
  RunInfo run;
  run.tasks = {{"coffee", {"flat white", "1.50"}, {}}, {"bare", {}, {}}};
  run.steps = {{}, {"sleep", "", 1, 4}, {"block", "0.50", {}, 5}, {"acquire", "", {}, 0}};
  return run;
}

}  // namespace

TEST_CASE("a span says what its step does, with the seconds as they are written for its task") {
  CHECK(span_label(shop(), span_of(State::waiting, 0, 1)) == "sleep 1.50 s");
  CHECK(span_label(shop(), span_of(State::waiting, 1, 2)) == "block 0.50 s");
  CHECK(span_label(shop(), span_of(State::waiting, 0, 3)) == "acquire");
}

TEST_CASE("seconds that the picture has in other units are written in those") {
  RunInfo run = shop();
  run.tasks[0].arguments[1] = "86400";
  run.steps[2].amount = "0.025";
  CHECK(span_label(run, span_of(State::waiting, 0, 1)) == "sleep 86400 s");
  CHECK(span_label(run, span_of(State::waiting, 0, 2)) == "block 25 ms");
  const PictureTimes day(86400);
  CHECK(span_label(run, span_of(State::waiting, 0, 1)) == "sleep 24 h");
}

TEST_CASE("who waits for a turn does no step") {
  CHECK(span_label(shop(), span_of(State::queued, 0, 1)) == "queued");
  CHECK(span_label(shop(), span_of(State::ready, 0, 1)) == "ready, no turn yet");
  CHECK(span_label(shop(), span_of(State::ready, 0, 1, Cause::core)) == "ready to go on, waits for a core");
}

TEST_CASE("what is not known of a step, or of a task's arguments, is left out") {
  CHECK(span_label(shop(), span_of(State::waiting, 1, 1)) == "sleep");
  CHECK(span_label(shop(), span_of(State::waiting, 7, 1)) == "sleep");
  for (const std::size_t unknown : {0U, 4U, 1'000U}) {
    CHECK(known_step(shop(), step_id(unknown)) == nullptr);
    CHECK(span_label(shop(), span_of(State::waiting, 0, unknown)) == "waiting");
    CHECK(span_label(shop(), span_of(State::running, 0, unknown)) == "running");
  }
  CHECK(known_step(shop(), StepId::none) == nullptr);
}

}  // namespace interleave::gui
