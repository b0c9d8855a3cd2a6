// The panel of outcomes: what every interleaving of the scenario comes to, and runs in a given order.
#include <doctest/doctest.h>

#include "app/gui/model/explain/outcome_text.h"
#include "app/gui/model/update/update.h"
#include "core/timeline/deadlock.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

// With its outcomes known.
struct Outcomes : Headless {
  explicit Outcomes(std::vector<ScenarioEntry> scenarios, Mode mode = Mode::threads, Engine engine = real_engine())
      : Headless(std::move(scenarios), std::move(engine)) {
    resize(1600, 900);
    update(state, command::SetMode{mode});
    update(state, command::ShowOutcomes{OutcomesShown::yes});
    wait();
  }

  void wait() {
    wait_while([this] { return state.explorer.computing(); });
  }

  const ExploredMode& explored(Mode mode) const { return (*state.explorer.answer())[index(mode)]; }
};

}  // namespace

TEST_CASE("the outcomes of the shown mode stand with how many orders lead there, and the other modes beside it") {
  Outcomes window(only("last-ticket"));
  CHECK(window.shows("OUTCOMES, THREADS"));
  CHECK(window.shows("6 interleavings, 2 outcomes"));
  CHECK(window.shows("4 of 6"));
  CHECK(window.shows("50 %"));
  CHECK(window.shows("finished, tickets 0, an update is lost"));
  CHECK(window.shows("6 interleavings, 4 go wrong, chance 50 %"));
  CHECK(window.shows("1 interleaving, none goes wrong"));
  CHECK(window.shows("2 interleavings, 2 go wrong, chance 100 %"));
  CHECK(window.shows("Neither is how often it happens"));
  update(window.state, command::ShowOutcomes{OutcomesShown::no});
  window.frame();
  CHECK_FALSE(window.shows("OUTCOMES, THREADS"));
  CHECK(window.state.explorer.answer() == nullptr);
}

TEST_CASE("modes of which the same is to be told share a row, but for the one that is shown") {
  Outcomes window(only("philosophers"));
  CHECK(window.shows("Sequential, Coroutine"));
  CHECK(window.shows("66 468 720 interleavings, 120 go wrong"));
  CHECK(window.shows("Processes"));
  update(window.state, command::SetMode{Mode::coroutine});
  window.wait();
  CHECK_FALSE(window.shows("Sequential, Coroutine"));
  CHECK(window.shows("1 interleaving, none goes wrong"));
}

TEST_CASE(
    "a click on an outcome shows the run in which the steps come in that order, from where it leaves the prediction") {
  Outcomes window(only("last-ticket"));
  const auto& found = *window.explored(Mode::threads).found;
  for (const ExploredOutcome& outcome : found.outcomes) {
    const auto& texts = window.drawn().texts;
    const std::string count = outcome.result.lost_updates ? "4 of 6" : "2 of 6";
    const auto row =
        std::find_if(texts.begin(), texts.end(), [&](const DrawnText& text) { return text.text == count; });
    REQUIRE(row != texts.end());
    window.click(row->box.center());
    const Timeline& run = *window.state.run.record;
    CHECK(run.stale_writes().empty() != outcome.result.lost_updates);
    CHECK(window.state.run.settings.schedule == outcome.schedule);
    CHECK(window.state.settings.schedule.empty());
    CHECK(window.shows("Threads, in a given order, simulated"));
    // Predicted is that both read, and then both write, desk 1 first.
    const bool goes_wrong = outcome.result.lost_updates;
    CHECK(seconds(window.state.playhead) == 0.1);
    CHECK(window.shows(goes_wrong ? "Here this order leaves the predicted one: desk 2 comes next, not desk 1."
                                  : "Here this order leaves the predicted one: desk 1 comes next, not desk 2."));
    window.state.notice.reset();
  }
  update(window.state, command::ShowSchedule{"desk 1, desk 2, desk 1, desk 2"});
  CHECK(window.state.playhead == window.state.run.record->horizon());
  CHECK_FALSE(window.state.notice);
  update(window.state, command::Run{});
  CHECK(window.state.run.settings.schedule.empty());
}

TEST_CASE("a run in another order than the predicted one stands still in its middle, and plays on from there") {
  Outcomes window(only("bank-transfer"));
  CHECK(is_deadlocked(*window.state.run.prediction));
  update(window.state, command::ShowSchedule{"rent:8, refund:8"});
  const Time end = window.state.run.record->horizon();
  CHECK(window.state.playhead > Time{});
  CHECK(window.state.playhead < end);
  window.frame();
  CHECK(window.shows("Here this order leaves the predicted one: rent comes next, not refund."));
  update(window.state, command::TogglePause{});
  window.pass(10);
  CHECK(window.state.playhead == end);
}

TEST_CASE("an order that cannot be is told with its place, and leaves the run on the screen") {
  Outcomes window(only("last-ticket"));
  const auto before = window.state.run.record;
  update(window.state, command::ShowSchedule{"desk 1, desk 3"});
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text ==
        "That order cannot be shown: step 2, \"desk 3\": no task is called so; did you mean \"desk 1\"?.");
  CHECK(window.state.run.record == before);
}

TEST_CASE("an edit is explored anew, another mode is known already, and other workers concern pools alone") {
  Outcomes window(only("bank-transfer"));
  const auto threads = window.explored(Mode::threads).found;
  const auto pool = window.explored(Mode::pool).found;
  update(window.state, command::SetMode{Mode::coroutine});
  CHECK_FALSE(window.state.explorer.computing());
  update(window.state, command::SetMaxWorkers{1});
  window.wait();
  CHECK(window.explored(Mode::threads).found == threads);
  CHECK(window.explored(Mode::pool).found != pool);
  CHECK(mode_outcomes_text(window.explored(Mode::pool), Mode::pool) == "1 interleaving, none goes wrong");
  CHECK(mode_outcomes_text(window.explored(Mode::threads), Mode::threads) ==
        "6 interleavings, 2 go wrong, chance 50 %");
}

TEST_CASE("without threads a small scenario is explored at once, and of a large one that is said which is known") {
  Outcomes small(only("last-ticket"), Mode::threads, engine_without_threads());
  CHECK(small.shows("6 interleavings, 2 outcomes"));
  // 61 times 61 states.
  const Outcomes large(from_text(R"({"interleave": 1, "title": "T", "shared": {"n": 0}, "functions": {"f": {"steps":
      [{"repeat": 60, "steps": [{"read": "n", "into": "x"}]}]}}, "tasks": [{"name": "a", "call": "f"},
      {"name": "b", "call": "f"}]})"),
                       Mode::threads, engine_without_threads());
  CHECK_FALSE(large.explored(Mode::threads).found->complete);
  CHECK(large.shows("more than"));
  CHECK(large.shows("at least 1 outcome"));
}

}  // namespace interleave::gui
