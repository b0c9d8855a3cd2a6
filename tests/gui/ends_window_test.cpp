// What the window shows of tasks and runs that did not go well.
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/explain/why.h"
#include "app/gui/model/picture/findings.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

// A task that starts others: one fails and that is handled, one is given up, one fails it.
constexpr std::string_view kBackups = R"({"interleave": 1, "title": "Backups", "mode": "coroutine", "tasks": [
  {"name": "nightly", "steps": [{"start": "disk"}, {"start": "logs"}, {"start": "mail"},
    {"try": [{"await": "disk"}], "except": []}, {"try": [{"await": "logs", "timeout": 1}], "except": []},
    {"await": "mail"}]},
  {"name": "disk", "manual": true, "steps": [{"sleep": 2}, {"raise": "disk full"}]},
  {"name": "logs", "manual": true, "steps": [{"try": [{"sleep": 6}], "finally": [{"sleep": 0.5}]}]},
  {"name": "mail", "manual": true, "steps": [{"sleep": 4}, {"raise": "no network"}]},
  {"name": "watch", "steps": [{"acquire": "m"}, {"sleep": 5}]},
  {"name": "late", "steps": [{"sleep": 1}, {"acquire": "m", "timeout": 2}]},
  {"name": "never", "manual": true, "steps": []}]})";

struct Ending : Headless {
  explicit Ending(std::string_view text, Mode mode = Mode::coroutine, double at = 100) : Headless(from_text(text)) {
    resize(1920, 1080);
    update(state, command::SetMode{mode});
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    if (at < 100) update(state, command::MovePlayhead{moment_at(at)});
    state.viewport.settle();
    frame();
  }
  const Timeline& run() const { return *state.run.record; }

  std::string sentences(std::size_t task) const {
    std::string text;
    for (const std::string& sentence : end_sentences(run(), task_id(task)))
      text += (text.empty() ? "" : " ") + sentence;
    return text;
  }

  // Why the task is in its span of that position.
  std::string reason(std::size_t task, std::size_t span) const {
    return why(run(), {task_id(task), span}, Time{}).sentence;
  }

  // "disk: disk full, at 2.00 s" of the part of NOW with that title.
  std::string part(std::string_view title) const {
    std::string text;
    for (const OccupancyPart& part : occupancy_at(run(), state.playhead)) {
      if (part.title != title) continue;
      for (const OccupancyItem& item : part.items) {
        text += fmt::format("{} {} {}; ", run().tasks()[index(item.task)].name, item.text, item.until);
      }
    }
    return text;
  }
};

}  // namespace

TEST_CASE("how a task ended stands at its end with the reason, and the legend says what its mark means") {
  const Ending window(kBackups);
  CHECK(window.shows("at 2.00 s: disk full"));
  CHECK(window.shows("at 3.50 s: cancelled by nightly"));
  CHECK(window.shows("at 3.00 s: timed out"));
  CHECK(window.shows("not started"));
  for (const char* const word : {"failed", "timed out", "cancelled"}) CHECK(window.shows(word));
  CHECK_FALSE(window.shows("deadlocked"));
}

TEST_CASE("where all goes well the legend has no marks of ends, and NOW says nothing of them") {
  Headless window(only("coffee-shop"));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  for (const char* const word : {"failed", "timed out", "cancelled", "FAILED"}) CHECK_FALSE(window.shows(word));
}

TEST_CASE("how a task ended is told with who was to blame, who handled it, and whether the run failed with it") {
  const Ending window(kBackups);
  CHECK(window.sentences(1) == "disk failed at 2.00 s: disk full. nightly handled that.");
  CHECK(window.sentences(2) ==
        "logs was cancelled, at 3.00 s, by nightly, whose time to wait for it was up; it cleaned up until 3.50 s.");
  CHECK(window.sentences(0) == "nightly failed at 4.00 s with mail, which it awaits: no network. Nobody handled that.");
  CHECK(window.sentences(4) == "watch finished at 5.00 s.");
  CHECK(window.sentences(5) ==
        "late failed at 3.00 s: it had waited 2.00 s for lock m, and its time was up. Nobody handled that: the run "
        "failed "
        "with it.");
  CHECK(window.sentences(6) == "never was never started.");
}

TEST_CASE("a cancellation by another's cancellation and one before the first turn are told so") {
  const Ending window(R"({"interleave": 1, "title": "t", "tasks": [
    {"name": "a", "steps": [{"sleep": 1}, {"cancel": "b"}, {"start": "d"}, {"cancel": "d"}]},
    {"name": "b", "steps": [{"await": "c"}]}, {"name": "c", "steps": [{"sleep": 5}]},
    {"name": "d", "manual": true, "steps": []}]})");
  CHECK(window.sentences(1) == "b was cancelled, at 1.00 s, as c, which it awaited, was cancelled.");
  CHECK(window.sentences(2).starts_with("c was cancelled, at 1.00 s, by b"));
  CHECK(window.sentences(3) == "d was cancelled before it began, at 1.00 s, by a.");
}

TEST_CASE("who is cancelled as another has failed, or as the main program leaves, is told so") {
  constexpr std::string_view kTasks = R"("tasks": [{"name": "fails", "steps": [{"sleep": 1}, {"raise": "disk full"}]},
    {"name": "long", "steps": [{"try": [{"sleep": 4}], "finally": [{"sleep": 0.5}]}]}]})";
  const std::string together = R"({"interleave": 1, "title": "t", "on_error": "cancel", )" + std::string(kTasks);
  CHECK(Ending(together).sentences(1) ==
        "long was cancelled, at 1.00 s, by fails, which had failed; it cleaned up until 1.50 s.");
  const std::string leaving =
      R"({"interleave": 1, "title": "t", "on_error": "first", "main": "leaves", )" + std::string(kTasks);
  CHECK(Ending(leaving).sentences(1) ==
        "long was cancelled, at 1.00 s, as the main program left; it cleaned up until 1.50 s.");
  CHECK(Ending(leaving).reason(1, 0).ends_with("It is cancelled then, as the main program left."));
}

TEST_CASE("a run that failed is told by its figure, its state and the console, which name the failure") {
  Ending window(kBackups);
  CHECK(figures_of(window.state)[0].text == "failed after 5.00 s");
  CHECK(figures_of(window.state)[1].text == "late: timed out");
  CHECK(window.shows("The run failed: late: timed out."));
  for (const Figure& figure : figures_of(window.state)) CHECK(figure.text.find("faster") == std::string::npos);
  update(window.state, command::MovePlayhead{moment_at(4.5)});
  window.frame();
  CHECK_FALSE(window.shows("The run failed"));
}

TEST_CASE("a run in which a task was cut is not measured against one in which all do their work") {
  Ending window(
      R"({"interleave": 1, "title": "t", "mode": "coroutine", "tasks": [
        {"name": "hungry", "steps": [{"try": [{"await": "kitchen", "timeout": 1}], "except": []}]},
        {"name": "kitchen", "steps": [{"sleep": 3}]}]})");
  REQUIRE(window.state.run.record->tasks()[1].outcome == Outcome::cancelled);
  for (const Figure& figure : figures_of(window.state)) {
    CHECK(figure.text.find("faster") == std::string::npos);
    CHECK(figure.text.find("one after another") == std::string::npos);
  }
}

TEST_CASE("before it is run, a run that will fail is said to fail, and is compared with nothing") {
  Headless window(from_text(kBackups));
  window.frame();
  CHECK(window.shows("predicted to fail after 5.00 s"));
  const Forecast* forecast = window.state.forecaster.answer();
  REQUIRE(forecast != nullptr);
  CHECK(verdict_texts(*forecast, Told::before).front() ==
        "Sequential, coroutine, threads and thread pool will fail. Refused: in mode processes a task is in a worker "
        "process, from which no step \"start\" reaches other tasks or their queues; run it with threads or a pool.");
  update(window.state, command::SetComparing{Comparing::yes});
  window.resize(1920, 1080);
  window.frame();
  CHECK(window.shows("will fail after 5.00 s"));
}

TEST_CASE("NOW says who had failed or been cancelled by then, the last ones first") {
  Ending window(kBackups, Mode::coroutine, 3.2);
  CHECK(window.part("FAILED OR CANCELLED") == "late timed out at 3.00 s; disk disk full at 2.00 s; ");
  CHECK(window.shows("FAILED OR CANCELLED"));
  update(window.state, command::MovePlayhead{moment_at(1.9)});
  CHECK(window.part("FAILED OR CANCELLED").empty());
}

TEST_CASE("who awaits others on the loop has no timer: NOW says of which tasks it waits for the end") {
  const Ending window(kBackups, Mode::coroutine, 1);
  CHECK(window.part("WAITING FOR TASKS") == "nightly for disk ; ");
  CHECK(window.part("TIMERS, NEXT FIRST").find("nightly") == std::string::npos);
}

TEST_CASE("a wait that was given up, and a cancellation with something left to do, are marked where they were") {
  const Ending window(kBackups);
  const auto cuts = findings_of(window.run()).cuts;
  CHECK(cuts == std::vector<Cut>{{task_id(0), moment_at(3.5), TaskEnd::timed_out},
                                 {task_id(2), moment_at(3), TaskEnd::cancelled}});
  REQUIRE(window.drawn().cuts.size() == 2);
  CHECK(window.drawn().cuts[0].at.x > window.drawn().cuts[1].at.x);
  const Ending early(kBackups, Mode::coroutine, 3.2);
  CHECK(early.drawn().cuts.size() == 1);
}

TEST_CASE(
    "an arrow leads from who cancels another task to that one, once it has happened, and no end's text is below it") {
  const Ending window(kBackups);
  CHECK(window.drawn().cancel_arrows == 1);
  CHECK(findings_of(window.run()).cancel_ends ==
        std::vector<CancelEnd>{{task_id(0), moment_at(3)}, {task_id(2), moment_at(3)}});
  CHECK(Ending(kBackups, Mode::coroutine, 2.9).drawn().cancel_arrows == 0);
  CHECK(Ending(kBackups, Mode::threads).drawn().cancel_arrows == 0);
}

TEST_CASE("why a task waits tells of every cause, and of what ended the wait, be it too early") {
  const Ending window(kBackups);
  CHECK(window.reason(0, 0) == "nightly waits for the end of disk, which sleeps; disk fails at 2.00 s.");
  CHECK(window.reason(0, 1) ==
        "nightly waits for the end of logs, which sleeps. Its time is up at 3.50 s, and it gives up.");
  CHECK(window.reason(0, 2) ==
        "nightly waits for the end of mail, which sleeps; mail fails at 4.00 s. nightly failed at 4.00 s with mail, "
        "which "
        "it awaits: no network. Nobody handled that.");
  CHECK(window.reason(2, 0) ==
        "logs awaits its sleep until 3.00 s, and holds no worker: the event loop serves others meanwhile. It is "
        "cancelled "
        "then, by nightly.");
  CHECK(
      window.reason(5, 1) ==
      "late waits for lock m, held by watch. late failed at 3.00 s: it had waited 2.00 s for lock m, and its time was "
      "up. Nobody handled that: the run failed with it.");
}

TEST_CASE("why a task waits names the holders of permits, and whether a queue is full or empty") {
  const Ending window(R"({"interleave": 1, "title": "t", "semaphores": {"slots": 2}, "queues": {"belt": 1}, "tasks": [
    {"name": "a", "steps": [{"lock": "slots", "steps": [{"sleep": 1}]}]},
    {"name": "b", "steps": [{"lock": "slots", "steps": [{"sleep": 2}]}]},
    {"name": "c", "steps": [{"lock": "slots", "steps": []}]},
    {"name": "d", "steps": [{"put": "belt", "value": 1}, {"put": "belt", "value": 2}]},
    {"name": "e", "steps": [{"sleep": 3}, {"get": "belt", "into": "x"}, {"get": "belt", "into": "x"},
                            {"get": "belt", "into": "x", "timeout": 1}]}]})",
                      Mode::threads);
  CHECK(
      window.reason(2, 0) ==
      "c waits for semaphore slots, whose permits a and b hold; a releases it at 1.00 s. It holds thread 3 meanwhile.");
  CHECK(window.reason(3, 0) ==
        "d waits for queue belt, which is full; e takes something from it at 3.00 s. It holds thread 4 meanwhile.");
  CHECK(window.reason(4, 1).starts_with(
      "e waits for queue belt, which is empty. It holds thread 5 meanwhile. e failed at "
      "4.00 s: it had waited 1.00 s for queue belt, and its time was up."));
}

TEST_CASE("who waits for a lock learns of its holder that it waits for the end of another task") {
  const Ending window(R"({"interleave": 1, "title": "t", "tasks": [
    {"name": "a", "steps": [{"acquire": "m"}, {"await": "c"}, {"release": "m"}]},
    {"name": "b", "steps": [{"sleep": 1}, {"acquire": "m"}]}, {"name": "c", "steps": [{"sleep": 3}]}]})",
                      Mode::threads);
  CHECK(window.reason(1, 1) ==
        "b waits for lock m, held by a, which awaits c; a releases it at 3.00 s. It holds thread 2 meanwhile.");
  CHECK(window.reason(0, 0) ==
        "a waits for the end of c, which sleeps; c ends at 3.00 s. It holds thread 1 meanwhile.");
}

TEST_CASE("who waits for several is told of all of them, and which of them came last or next") {
  constexpr std::string_view kCooks = R"({"interleave": 1, "title": "t", "tasks": [
    {"name": "all", "steps": [{"await": ["soup", "salad"]}]},
    {"name": "each", "steps": [{"as_completed": ["soup", "salad"], "into": "x", "steps": []}]},
    {"name": "soup", "steps": [{"sleep": 1}, {"return": 1}]}, {"name": "salad", "steps": [{"sleep": 2}, {"return": 2}]}]})";
  const Ending loop(kCooks);
  CHECK(loop.reason(0, 0) == "all waits for the ends of soup and salad; salad ends at 2.00 s.");
  CHECK(loop.reason(1, 0) == "each waits for the next of soup and salad to end; soup ends at 1.00 s.");
  CHECK(loop.reason(1, 1) == "each waits for the end of salad, which sleeps; salad ends at 2.00 s.");
  CHECK(loop.shows("awaits 2 tasks"));
  CHECK(loop.shows("awaits one of 2 tasks"));
  CHECK(Ending(kCooks, Mode::coroutine, 0.5).part("WAITING FOR TASKS") ==
        "all for soup and salad ; each for soup and salad ; ");
  CHECK(Ending(kCooks, Mode::coroutine, 1.5).part("WAITING FOR TASKS") == "all for salad ; each for salad ; ");
}

}  // namespace interleave::gui
