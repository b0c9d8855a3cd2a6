#include "app/gui/model/state/search.h"

#include <doctest/doctest.h>

#include "app/gui/model/explain/matches.h"
#include "app/gui/model/state/typing.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

std::vector<Match> found(const AppState& state, std::string_view query) {
  return find_matches(*state.run.record, query);
}

}  // namespace

TEST_CASE("names of tasks, labels of spans and lines of output are found, by time") {
  FinishedRun window(Mode::pool);
  using Kind = Match::Kind;
  CHECK(found(window.state, "cake") == std::vector<Match>{{at(0), Kind::task, task_id(2), 0},
                                                          {at(1), Kind::output, task_id(2), 0},
                                                          {at(4), Kind::output, task_id(2), 1}});
  CHECK(found(window.state, "SLEEP 5") == std::vector<Match>{{at(0), Kind::span, task_id(1), 0}});
  CHECK(found(window.state, "queued") == std::vector<Match>{{at(0), Kind::span, task_id(2), 0}});
  CHECK(found(window.state, "").empty());
  CHECK(found(window.state, "tea").empty());
}

TEST_CASE("Enter goes from match to match, around the end, with playhead and selection") {
  FinishedRun window(Mode::pool);
  window.type("/cake");
  CHECK(window.shows("3 matches"));
  window.press(Key::enter);
  CHECK(window.shows("1 of 3"));
  CHECK(window.state.playhead == at(0));
  window.press(Key::enter);
  CHECK(window.state.playhead == at(1));
  window.press(Key::enter);
  CHECK(window.state.playhead == at(4));
  CHECK(window.state.selection == Selection{task_id(2), 1});
  window.press(Key::enter);
  CHECK(window.shows("1 of 3"));
  window.press(Key::enter, true);
  CHECK(window.shows("3 of 3"));
}

TEST_CASE("a match out of sight is brought into sight") {
  FinishedRun window(Mode::pool);
  update(window.state, command::ShowRange{{0, 0.5}});
  window.type("/Received food");
  window.press(Key::enter);
  const TimeRange view = window.state.viewport.target();
  CHECK(view.length() == doctest::Approx(0.5));
  CHECK(view.begin < 5);
  CHECK(view.end > 5);
}

TEST_CASE("n and N go on once the field does not take keys any more, and Esc closes") {
  FinishedRun window(Mode::pool);
  window.type("/cake");
  window.click(window.drawn().lanes.center());
  CHECK_FALSE(typing(window.state));
  CHECK(window.state.search.open);
  update(window.state, command::MovePlayhead{at(2)});
  window.type("n");
  CHECK(window.state.playhead == at(4));
  window.type("N");
  CHECK(window.state.playhead == at(1));
  window.press(Key::escape);
  CHECK_FALSE(window.state.search.open);
}

TEST_CASE("what is not there is said not to be there, and Enter then moves nothing") {
  FinishedRun window(Mode::pool);
  window.type("/tea");
  CHECK(window.shows("nothing found"));
  window.press(Key::enter);
  CHECK(window.state.playhead == at(5));
  window.press(Key::backspace);
  CHECK(window.state.search.field.text() == "te");
}

TEST_CASE("what is searched for is edited as any text is") {
  FinishedRun window(Mode::pool);
  window.type("/caek");
  CHECK(window.shows("nothing found"));
  window.press(Key::backspace);
  window.press(Key::left);
  window.press(Key::backspace);
  window.type("ak");
  CHECK(window.state.search.field.text() == "cake");
  CHECK(window.shows("3 matches"));
}

TEST_CASE("a search that is opened again offers its text, and what is typed replaces it") {
  FinishedRun window(Mode::pool);
  window.type("/cake");
  window.press(Key::tab);
  window.type("/food");
  CHECK(window.state.search.field.text() == "food");
}

TEST_CASE("another mode's run is searched anew") {
  FinishedRun window(Mode::pool);
  window.type("/queued");
  CHECK(window.shows("1 match"));
  window.press(Key::tab);
  update(window.state, command::SetMode{Mode::coroutine});
  update(window.state, command::Run{});
  window.frame();
  CHECK(window.shows("nothing found"));
}

}  // namespace interleave::gui
