// The user as the scheduler: steps by mouse and keys, back again, what is found, and a bad order that is shown.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/update.h"
#include "core/record/schedule.h"
#include "core/run/schedule_reader.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

struct Director : Headless {
  explicit Director(std::vector<ScenarioEntry> scenarios, Mode mode = Mode::threads) : Headless(std::move(scenarios)) {
    resize(1600, 900);
    update(state, command::SetMode{mode});
    update(state, command::Direct{});
    wait();
  }

  void wait() {
    wait_while([this] { return state.directed && state.directed->job.computing(); });
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
  CHECK(window.shows("Can you find an order that goes wrong?"));
  window.click_text("read tickets");
  CHECK(window.shows("read 1"));
  CHECK(window.shows("write 0 to tickets"));
  window.click_text("read tickets");
  CHECK(window.shows("No good end is left: from here 2 orders are possible, and all go wrong."));
  CHECK_FALSE(window.shows("Can you find an order that goes wrong?"));
  window.click_text("write 0 to tickets");
  window.click_text("write 0 to tickets");
  CHECK(window.shows("Found: an update is lost."));
  CHECK(window.state.run.record->finished());
  CHECK(window.shows("Back tries another order."));
}

TEST_CASE("a task that can go is marked on its lane too, and a click there lets it go") {
  Director window(only("last-ticket"));
  const auto marks = [&window] {
    std::vector<DrawnText> found;
    for (const DrawnText& text : window.drawn().texts) {
      if (text.text == "read tickets" && window.drawn().lanes.contains(text.box.center())) found.push_back(text);
    }
    return found;
  };
  REQUIRE(marks().size() == 2);
  window.click(marks()[1].box.center());
  window.wait();
  CHECK(schedule_text(window.state.directed->taken(), task_names(window.state.scenario())) == "desk 2");
  CHECK(marks().size() == 1);
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

TEST_CASE("an order is not at its end where its user has not led it further, also when it was played up to there") {
  Director window(only("last-ticket"));
  update(window.state, command::TakeSteps{"desk 1"});
  window.wait();
  update(window.state, command::MovePlayhead{});
  update(window.state, command::TogglePause{});
  window.pass(5);
  window.wait();
  CHECK(window.state.playhead == window.state.run.record->horizon());
  CHECK(phase(window.state) == Phase::paused);
  CHECK(window.shows("paused"));
  CHECK_FALSE(window.shows("The tasks print nothing."));
  CHECK_FALSE(window.find("pause"_act).enabled);
}

TEST_CASE("an order that was left can be gone on with in its program, and in no other") {
  Director window(only("last-ticket"));
  CHECK_FALSE(window.shows("Go on with your last order"));
  update(window.state, command::TakeSteps{"desk 1, desk 2"});
  update(window.state, command::Direct{Directing::no});
  update(window.state, command::SetMode{Mode::coroutine});
  update(window.state, command::Direct{});
  window.wait();
  CHECK_FALSE(window.shows("Go on with your last order"));
  update(window.state, command::SetMode{Mode::threads});
  window.wait();
  window.click("last-order"_act);
  window.wait();
  CHECK(window.state.directed->taken().size() == 2);
  CHECK_FALSE(window.shows("Go on with your last order"));
  window.click("start-over"_act);
  window.wait();
  CHECK(window.state.directed->taken().empty());
  CHECK(window.shows("Go on with your last order"));
}

TEST_CASE("where an update is lost it is asked whether a lock would help") {
  Director window(only("last-ticket"));
  update(window.state, command::TakeSteps{"desk 1, desk 2, desk 2, desk 1"});
  window.wait();
  window.click("repairs"_act);
  CHECK_FALSE(window.state.directed);
  CHECK(window.state.repairing.shown == RepairsShown::yes);
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
  const auto begins_anew_after = [&window](const Command& change) {
    update(window.state, command::TakeSteps{"desk 1"});
    REQUIRE(window.state.directed->taken().size() == 1);
    update(window.state, change);
    window.wait();
    return window.state.directed && window.state.directed->taken().empty();
  };
  CHECK(begins_anew_after(command::SetMode{Mode::coroutine}));
  CHECK(window.shows("YOU ARE THE SCHEDULER, COROUTINE"));
  CHECK(begins_anew_after(command::SetMode{Mode::pool}));
  CHECK(begins_anew_after(command::SetMaxWorkers{1}));
  CHECK(window.shows("it is queued: no worker is free"));
  CHECK(begins_anew_after(command::AddTask{}));
  CHECK(window.state.directed->now().timeline->tasks().size() == 3);
  update(window.state, command::Run{});
  CHECK_FALSE(window.state.directed);
}

TEST_CASE("where nobody can be the scheduler the user is told once, and is none any more") {
  Director window(from_text(R"({"interleave": 1, "title": "T", "shared": {"n": 0}, "tasks": [
      {"name": "a", "to_thread": true, "steps": [{"read": "n", "into": "x"}]},
      {"name": "b", "steps": [{"write": "n", "value": "1"}]}]})"));
  REQUIRE(window.state.directed);
  update(window.state, command::SetMode{Mode::coroutine});
  CHECK_FALSE(window.state.directed);
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text.find("Nobody can be the scheduler here: ") == 0);
  window.state.notice.reset();
  update(window.state, command::Fit{});
  CHECK_FALSE(window.state.notice);
}

TEST_CASE("of more tasks than there is room for those stand first that can go, and it is said how many are left") {
  std::string tasks = R"({"name": "idle", "manual": true, "steps": [{"read": "n", "into": "x"}]})";
  for (int i = 1; i <= 14; ++i) {
    tasks += R"(, {"name": "t)" + std::to_string(i) + R"(", "steps": [{"read": "n", "into": "x"}]})";
  }
  Director window(from_text(R"({"interleave": 1, "title": "T", "shared": {"n": 0}, "tasks": [)" + tasks + "]}"));
  window.resize(1280, 720);
  window.frame();
  CHECK(window.shows("more tasks"));
  CHECK_FALSE(window.shows("nobody has started it yet"));
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
  window.wait_while([&window] { return window.state.explorer.computing(); });
  CHECK(window.shows("ALL STATES, THREADS"));
  CHECK(window.shows("point of no return"));
  // What the tasks share there stands right of a state; two steps behind the start both have read, or one has written.
  const auto& texts = window.drawn().texts;
  const auto value =
      std::find_if(texts.begin(), texts.end(), [](const DrawnText& text) { return text.text == "tickets 0"; });
  REQUIRE(value != texts.end());
  window.click({value->box.left - 16, value->box.center().y});
  window.wait();
  REQUIRE(window.state.directed->taken().size() >= 2);
  const auto accesses = window.state.run.record->accesses();
  CHECK(std::any_of(accesses.begin(), accesses.end(),
                    [](const Access& access) { return access.kind == AccessKind::written && access.value == 0; }));
  update(window.state, command::ShowGraph{GraphShown::no});
  window.frame();
  CHECK_FALSE(window.shows("ALL STATES, THREADS"));
}

TEST_CASE("of states that are too many to be drawn it is said how many there are") {
  Director window(only("philosophers"));
  update(window.state, command::ShowGraph{});
  window.wait_while([&window] { return window.state.explorer.computing(); });
  CHECK(window.shows("1743 states are too many to be drawn: at most 200 are."));
  update(window.state, command::SetMode{Mode::sequential});
  window.frame();
  CHECK(window.shows("nothing to draw"));
}

}  // namespace interleave::gui
