// Where a lock would help: what was tried stands below the outcomes, and a click makes it, as an edit.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/outcome_text.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

struct Workshop : Headless {
  explicit Workshop(std::string_view scenario) : Headless(only(scenario)) {
    resize(1920, 1080);
    update(state, command::SetMode{Mode::threads});
    update(state, command::ShowOutcomes{OutcomesShown::yes});
    update(state, command::ShowRepairs{});
    wait();
  }

  void wait() {
    wait_while([this] { return state.explorer.computing() || state.repairing.known == nullptr; });
  }

  std::string outcomes() const {
    return mode_outcomes_text((*state.explorer.answer())[index(Mode::threads)], Mode::threads);
  }
};

}  // namespace

TEST_CASE("a lock from the read to the write is told as the cure, one around the write alone as none") {
  Workshop window("last-ticket");
  CHECK(window.shows("1 cures it"));
  CHECK(window.shows("0 of 2"));
  CHECK(window.shows("lock m from read tickets to the end of if left > 0, in sell"));
  CHECK(window.shows("lock m around write tickets alone, in sell"));
  CHECK(window.shows("6 of 10"));
  CHECK(window.shows("75 %"));
}

TEST_CASE("where there is no room for all that was tried, the wheel brings the wrong locks too") {
  Workshop window("last-ticket");
  window.resize(1280, 720);
  window.frame();
  const std::string worst = "lock m around write tickets alone, in sell";
  REQUIRE_FALSE(window.shows(worst));
  const auto& texts = window.drawn().texts;
  const auto heading = std::find_if(texts.begin(), texts.end(), [](const DrawnText& text) {
    return text.text.find("cures it") != std::string::npos;
  });
  REQUIRE(heading != texts.end());
  const Point in_table{heading->box.left + 5, heading->box.bottom + 34};
  for (int turn = 0; turn < 20 && !window.shows(worst); ++turn) window.wheel(in_table, -1);
  CHECK(window.shows(worst));
}

TEST_CASE("a click on the cure edits the scenario, which then goes wrong no more, and undo brings it back") {
  Workshop window("last-ticket");
  const auto& texts = window.drawn().texts;
  const auto cure = std::find_if(texts.begin(), texts.end(), [](const DrawnText& text) {
    return text.text == "lock m from read tickets to the end of if left > 0, in sell";
  });
  REQUIRE(cure != texts.end());
  window.click(cure->box.center());
  window.wait();
  CHECK(window.state.panel.refusal.empty());
  CHECK(window.outcomes() == "2 interleavings, none goes wrong");
  CHECK(window.shows("Nothing goes wrong here: there is nothing to repair."));
  CHECK(window.shows("Ctrl+Z takes it back."));
  update(window.state, command::Undo{});
  window.wait();
  CHECK_FALSE(window.shows("Ctrl+Z takes it back."));
  CHECK(window.outcomes() == "6 interleavings, 4 go wrong, chance 50 %");
}

TEST_CASE("of two transfers that deadlock the order of the locks is a cure") {
  Workshop window("bank-transfer");
  const auto& tried = window.state.repairing.known->tried;
  REQUIRE_FALSE(tried.empty());
  CHECK(tried.front().verdict.is_cured());
  CHECK(std::any_of(tried.begin(), tried.end(), [](const Repair& repair) {
    return repair.verdict.is_cured() && !repair.change.exchanged.empty();
  }));
  update(window.state, command::ApplyRepair{0});
  window.wait();
  CHECK(window.outcomes().find("none goes wrong") != std::string::npos);
}

}  // namespace interleave::gui
