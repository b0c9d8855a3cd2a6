// Modes in which a scenario cannot run.
#include <doctest/doctest.h>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/refused.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

std::string awaiting(std::string_view mode) {
  return R"({"interleave": 1, "title": "awaits", "mode": ")" + std::string(mode) + R"(", "max_workers": 3,
    "tasks": [{"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "steps": [{"await": "a"}]}]})";
}

constexpr std::string_view kSleeping = R"({"interleave": 1, "title": "sleeps", "mode": "processes",
    "tasks": [{"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "steps": [{"sleep": 1}]}]})";

bool is_told(const AppState& state, std::string_view text) {
  return state.notice && state.notice->text.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a mode in which the scenario is refused is greyed, says why, and is not taken") {
  Headless window(from_text(awaiting("threads")));
  window.frame();
  const ActId processes = mode_acts()[index(Mode::processes)];
  CHECK_FALSE(window.find(processes).enabled);
  CHECK(act(processes).tooltip(window.state, "5").find("no step \"await\" reaches other tasks") != std::string::npos);
  window.click(processes);
  CHECK(window.state.settings.mode == Mode::threads);
  window.type("5");
  CHECK(window.state.settings.mode == Mode::threads);
  CHECK(is_told(window.state, "Refused: in mode processes"));
}

TEST_CASE(
    "a scenario that asks for a mode which refuses it opens in the pool, with as many workers, and that is told") {
  Headless window(from_text(awaiting("processes")));
  CHECK(window.state.settings.mode == Mode::pool);
  CHECK(window.state.settings.max_workers == 3);
  CHECK(is_told(window.state, "Mode pool instead of processes"));
  CHECK(window.state.scenario().mode == Mode::processes);
  window.frame();
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  CHECK(window.state.run.record->info().mode == Mode::pool);
}

TEST_CASE("comparing leaves out the mode that refuses the scenario, and says that it does and why") {
  Headless window(from_text(awaiting("coroutine")));
  update(window.state, command::SetComparing{Comparing::yes});
  for (const View view : {View::by_task, View::by_worker}) {
    update(window.state, command::SetView{view});
    window.frame();
    CHECK(window.shows("Simulated, refused in processes"));
    CHECK_FALSE(window.shows("1 process"));
  }
  const Forecast& forecast = *window.state.forecaster.answer();
  CHECK_FALSE(forecast.has(Mode::processes));
  CHECK(forecast.runs().size() == kModes.size() - 1);
  CHECK(verdict_texts(forecast, Told::after).front().find("Refused: in mode processes") != std::string::npos);
  CHECK(verdict_texts(forecast, Told::after).back().find("Refused in processes.") != std::string::npos);
  update(window.state, command::SelectSpan{task_id(0), 0, Mode::processes});
  window.frame();
  update(window.state, command::SelectCause{});
  update(window.state, command::SelectRange{moment_at(0.1), moment_at(0.9)});
  window.frame();
}

TEST_CASE("a step that makes the mode refuse the scenario leaves the run as it was, and the next runs in the pool") {
  Headless window(from_text(kSleeping));
  CHECK(window.state.settings.mode == Mode::processes);
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  update(window.state, command::AddStep{task_id(1), StepPath{{}, 0}, Verb::await});
  window.frame();
  REQUIRE(refusal_of(window.state, Mode::processes).has_value());
  CHECK(window.state.settings.mode == Mode::pool);
  CHECK(is_told(window.state, "Mode pool instead of processes"));
  CHECK(window.state.run.record->info().mode == Mode::processes);
  CHECK(window.state.run.edited == nullptr);
  update(window.state, command::Undo{});
  window.frame();
  CHECK_FALSE(refusal_of(window.state, Mode::processes).has_value());
  update(window.state, command::SetMode{Mode::processes});
  CHECK(window.state.settings.mode == Mode::processes);
}

}  // namespace interleave::gui
