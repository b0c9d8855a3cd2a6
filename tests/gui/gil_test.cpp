// The language and the interpreter's lock of what the window runs.
#include <doctest/doctest.h>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

Time predicted_end_of(const AppState& state) { return state.run.prediction->horizon(); }

}  // namespace

TEST_CASE("choosing C++, or no GIL, predicts anew, as choosing a mode does, and a finished run stays until the next") {
  Headless window(only("photo-filters"));
  update(window.state, command::SetMode{Mode::threads});
  CHECK(predicted_end_of(window.state) == moment_at(9));
  update(window.state, command::SetLanguage{Language::cpp});
  CHECK(predicted_end_of(window.state) == moment_at(5.5));
  CHECK_FALSE(gil_matters(window.state));
  update(window.state, command::SetLanguage{Language::python});
  update(window.state, command::SetGil{false});
  CHECK(predicted_end_of(window.state) == moment_at(5.5));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  update(window.state, command::SetGil{true});
  CHECK(window.state.run.record->horizon() == moment_at(5.5));
  CHECK(picture_is_outdated(window.state));
}

TEST_CASE("a GIL that a scenario without one has no room for is refused, and told why") {
  Headless window(from_text(R"({"interleave": 1, "title": "long", "machine": {"gil": false, "time_slice": 0.001},
    "mode": "threads", "tasks": [{"name": "a", "steps": [{"compute": 9000}]}, {"name": "b", "steps": [{"compute": 9000}]}]})"));
  CHECK_FALSE(window.state.settings.gil);
  update(window.state, command::SetGil{true});
  CHECK_FALSE(window.state.settings.gil);
  REQUIRE(window.state.notice.has_value());
  CHECK(window.state.notice->text.find("10 000 000 time slices") != std::string::npos);
}

TEST_CASE("the button of the GIL stands where tasks compute in Python, and only there") {
  const auto shows_gil = [](const Headless& window) { return window.shows("GIL"); };
  Headless computing(only("photo-filters"));
  computing.frame();
  CHECK(shows_gil(computing));
  update(computing.state, command::SetLanguage{Language::cpp});
  computing.frame();
  CHECK_FALSE(shows_gil(computing));
  Headless waiting(only("coffee-shop"));
  waiting.frame();
  CHECK_FALSE(shows_gil(waiting));
}

}  // namespace interleave::gui
