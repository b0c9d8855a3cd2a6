// The user as the scheduler: steps by mouse and keys, back again, what is found, and a bad order that is shown.
#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <thread>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

using namespace std::chrono_literals;

struct Director : Headless {
  explicit Director(std::vector<ScenarioEntry> scenarios, Mode mode = Mode::threads) : Headless(std::move(scenarios)) {
    resize(1600, 900);
    update(state, command::SetMode{mode});
    update(state, command::Direct{});
    wait();
  }

  void wait() {
    while (state.directed && state.directed->job.computing()) {
      if (!tick(state, 0)) std::this_thread::sleep_for(1ms);
    }
    frame();
  }

  void click_text(std::string_view wanted) {
    const auto& texts = drawn().texts;
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const DrawnText& text) { return text.text == wanted; });
    REQUIRE_MESSAGE(found != texts.end(), wanted);
    click(found->box.center());
    wait();
  }

  void press(Key key) {
    press_key({key, 0, false, false});
    wait();
  }
};

}  // namespace

TEST_CASE("each click lets a task take its next step, until an update is lost, which is told as a find") {
  Director window(only("last-ticket"));
  CHECK(window.shows("YOU ARE THE SCHEDULER, THREADS"));
  CHECK(window.shows("From here 6 orders are possible: 4 go wrong, 2 end well."));
  window.click_text("read tickets");
  CHECK(window.shows("read 1"));
  CHECK(window.shows("write 0 to tickets"));
  window.click_text("read tickets");
  CHECK(window.shows("No way back: from here 2 orders are possible, and all go wrong."));
  window.click_text("write 0 to tickets");
  window.click_text("write 0 to tickets");
  CHECK(window.shows("Found: an update is lost."));
  CHECK(window.state.run.record->finished());
  CHECK(window.shows("Back tries another order."));
}

TEST_CASE("a step that was taken back can be taken otherwise") {
  Director window(only("last-ticket"));
  update(window.state, command::TakeSteps{"desk 1, desk 2"});
  window.wait();
  CHECK(window.state.directed->taken().size() == 2);
  window.press(Key::backspace);
  CHECK(window.state.directed->taken().size() == 1);
  CHECK(window.shows("From here 3 orders are possible: 2 go wrong, 1 ends well."));
  window.click(ActId("take-back-step"));
  window.wait();
  CHECK(window.state.directed->taken().empty());
  window.press(Key::backspace);
  CHECK(window.state.directed->taken().empty());
  CHECK(window.shows("From here 6 orders"));
}

TEST_CASE("why a task cannot go stands beside it, and its steps cannot be taken") {
  Director window(only("bank-transfer"));
  update(window.state, command::TakeSteps{"rent, refund"});
  window.wait();
  CHECK(window.state.directed->now().choices.empty());
  CHECK(window.shows("Found: a deadlock."));
  update(window.state, command::Direct{});
  update(window.state, command::TakeSteps{"rent:2"});
  window.wait();
  CHECK(window.shows("it waits for lock bob, held by rent"));
  update(window.state, command::TakeSteps{"refund:2"});
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text.find("it waits for lock") != std::string::npos);
  CHECK(window.state.directed->taken().size() == 2);
}

TEST_CASE("Shift and a task's digit lets it take its step, and without the scheduler chooses a mode as ever") {
  Director window(only("last-ticket"));
  window.press_key({.key = Key::none, .character = U'!', .shift = true, .place = U'1'});
  window.wait();
  REQUIRE(window.state.directed->taken().size() == 1);
  CHECK(window.state.directed->taken()[0].task == task_id(0));
  window.press_key({Key::none, U'2', false, true});
  window.wait();
  REQUIRE(window.state.directed->taken().size() == 2);
  CHECK(window.state.directed->taken()[1].task == task_id(1));
  window.press_key({Key::none, U'2', false, false});
  window.wait();
  CHECK(window.state.settings.mode == Mode::coroutine);
}

TEST_CASE("a bad order is shown step by step") {
  Director window(only("last-ticket"));
  window.click(ActId("show-bad-order"));
  CHECK(window.state.directed->taken().empty());
  CHECK(moving(window.state));
  while (!window.state.directed->planned.empty()) {
    window.pass(0.5);
    window.wait();
  }
  window.pass(1);
  CHECK(window.shows("Found: an update is lost."));
  CHECK_FALSE(moving(window.state));
  CHECK_FALSE(window.find(ActId("show-bad-order")).enabled);
}

TEST_CASE("another mode, another number of workers or an edit begins anew, and Run ends it") {
  Director window(only("last-ticket"));
  update(window.state, command::TakeSteps{"desk 1"});
  update(window.state, command::SetMode{Mode::coroutine});
  window.wait();
  REQUIRE(window.state.directed);
  CHECK(window.state.directed->taken().empty());
  CHECK(window.shows("YOU ARE THE SCHEDULER, COROUTINE"));
  update(window.state, command::Run{});
  CHECK_FALSE(window.state.directed);
}

TEST_CASE("the order so far goes to the clipboard as a schedule") {
  Director window(only("last-ticket"));
  update(window.state, command::TakeSteps{"desk 1, desk 2:2"});
  window.wait();
  window.click(ActId("copy-order"));
  std::string copied;
  window.state.clipboard.read([&copied](const std::string& text) { copied = text; });
  CHECK(copied == "desk 1, desk 2:2");
}

TEST_CASE("in the graph of states a click on one goes there") {
  Director window(only("last-ticket"));
  update(window.state, command::ShowGraph{});
  while (window.state.explorer.computing()) {
    if (!tick(window.state, 0)) std::this_thread::sleep_for(1ms);
  }
  window.frame();
  CHECK(window.shows("ALL STATES, THREADS"));
  CHECK(window.shows("point of no return"));
  update(window.state, command::ShowGraph{GraphShown::no});
  window.frame();
  CHECK_FALSE(window.shows("ALL STATES, THREADS"));
}

}  // namespace interleave::gui
