#include <doctest/doctest.h>

#include "tests/gui/fake_session.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

TEST_CASE("the legend explains the simulation's strip where a real run has one, and only there") {
  FinishedRun simulated(Mode::threads);
  CHECK_FALSE(simulated.shows("as simulated"));

  auto run = std::make_shared<FakeRun>();
  RunInfo info = testing::run_of({"coffee", "food", "cake"}, Mode::threads);
  info.clock = ClockKind::real_time;
  run->timeline = std::make_shared<Timeline>(std::move(info));
  Headless real(only("coffee-shop"), engine_of(run));
  update(real.state, command::SetMode{Mode::threads});
  update(real.state, command::SetClock{ClockKind::real_time});
  update(real.state, command::Run{});
  real.pass(1);
  CHECK(real.shows("as simulated"));
  update(real.state, command::SetComparing{Comparing::yes});
  real.frame();
  CHECK_FALSE(real.shows("as simulated"));
}

}  // namespace interleave::gui
