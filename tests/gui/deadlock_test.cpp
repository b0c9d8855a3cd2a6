// What the window shows of a deadlock.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/explain/deadlock_text.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kThree = R"({"interleave": 1, "title": "Three", "mode": "threads",
  "functions": {"move": {"parameters": ["own", "other"], "steps": [
    {"lock": "{own}", "steps": [{"sleep": 1}, {"lock": "{other}", "steps": []}]}]}},
  "tasks": [{"name": "rent", "call": "move", "arguments": {"own": "alice", "other": "bob"}},
            {"name": "salary", "call": "move", "arguments": {"own": "bob", "other": "carol"}},
            {"name": "refund", "call": "move", "arguments": {"own": "carol", "other": "alice"}},
            {"name": "tip", "steps": [{"sleep": 0.5}, {"lock": "bob", "steps": []}]}]})";

constexpr std::string_view kFull = R"({"interleave": 1, "title": "A belt", "mode": "threads", "queues": {"belt": 1},
  "tasks": [{"name": "maker", "steps": [{"sleep": 1}, {"put": "belt", "value": 1}, {"put": "belt", "value": 2}]},
            {"name": "user", "steps": [{"sleep": 2}]}]})";

constexpr std::string_view kOwnQueue = R"({"interleave": 1, "title": "Its own queue", "mode": "pool", "max_workers": 1,
  "tasks": [{"name": "outer", "steps": [{"sleep": 1}, {"start": "inner"}, {"await": "inner"}]},
            {"name": "inner", "manual": true, "steps": [{"sleep": 1}]}, {"name": "last", "steps": [{"sleep": 1}], "after": 0.5}]})";

struct Stuck : Headless {
  explicit Stuck(std::string_view text) : Headless(from_text(text)) {
    resize(1280, 720);
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    state.viewport.settle();
    frame();
  }
  const Timeline& run() const { return *state.run.record; }

  // "rent -bob> salary, …; tip -bob> salary" of the circle, and behind the semicolon of the others.
  std::string picture() const {
    const DeadlockPicture picture = deadlock_picture(run());
    std::string text;
    const auto add = [&](const std::vector<DeadlockArrow>& arrows) {
      for (const DeadlockArrow& arrow : arrows) {
        const std::string holder = arrow.holder == TaskId::none ? "nobody" : run().tasks()[index(arrow.holder)].name;
        text += fmt::format("{} -{}> {}{}{}, ", run().tasks()[index(arrow.waiter)].name, arrow.what, holder,
                            arrow.missing.empty() ? "" : ": ", arrow.missing);
      }
    };
    add(picture.circle);
    text += "; ";
    add(picture.others);
    return text;
  }
};

}  // namespace

TEST_CASE("a deadlock is a circle of tasks, each with what it waits for and who has that, and others beside it") {
  const Stuck window(kThree);
  CHECK(window.picture() == "rent -bob> salary, salary -carol> refund, refund -alice> rent, ; tip -bob> salary, ");
  CHECK(window.drawn().ring_arrows == 4);
  CHECK(window.drawn().has_deadlock_graph);
  CHECK(window.shows("tip waits for bob, which salary has"));
}

TEST_CASE("before its end nothing is drawn of a deadlock") {
  Stuck window(kThree);
  update(window.state, command::MovePlayhead{moment_at(0.9)});
  window.frame();
  CHECK_FALSE(window.drawn().has_deadlock_graph);
  CHECK(window.drawn().ring_arrows == 0);
}

TEST_CASE("who waits for what nobody is left to do is told so at its bar and in the graph") {
  const Stuck window(kFull);
  CHECK(window.picture() == "; maker -belt> nobody: nobody is left to take, ");
  CHECK(window.shows("waits for belt: nobody is left to take"));
  CHECK(window.shows("maker waits for belt: nobody is left to take"));
}

TEST_CASE("a pool whose only worker awaits a task of its own queue is a circle by way of that worker") {
  const Stuck window(kOwnQueue);
  CHECK(window.picture() == "outer -its end> inner, inner -a worker> outer, ; ");
  CHECK(window.drawn().ring_arrows == 2);
  CHECK(window.shows("awaits inner"));
  CHECK(window.shows("waits for a worker"));
  CHECK(window.run().end()->error == "outer awaits inner, which waits for a worker");
  const auto parts = occupancy_at(window.run(), window.run().horizon());
  CHECK(parts[0].title == "QUEUE");
  CHECK(parts[0].items.size() == 2);
  CHECK(parts[1].items[0].text == "awaits inner");
}

TEST_CASE("whoever holds a lock for ever since it has ended is told of") {
  const Stuck window(R"({"interleave": 1, "title": "Kept", "mode": "threads", "tasks": [
    {"name": "a", "steps": [{"acquire": "m"}, {"sleep": 1}]}, {"name": "b", "steps": [{"acquire": "m"}]}]})");
  CHECK(window.picture() == "; b -m> a: a kept it when it ended, ");
}

TEST_CASE("who awaits what nobody has started waits for that, and a task that waits for itself is a circle of one") {
  const Stuck never(R"({"interleave": 1, "title": "Never", "mode": "threads", "tasks": [
    {"name": "a", "steps": [{"sleep": 1}, {"await": "b"}]}, {"name": "b", "manual": true, "steps": []}]})");
  CHECK(never.picture() == "; a -its end> b: nobody is left to start, ");
  const Stuck own(R"({"interleave": 1, "title": "Own", "mode": "threads", "tasks": [
    {"name": "a", "steps": [{"acquire": "m"}, {"sleep": 1}, {"acquire": "m"}]}]})");
  CHECK(own.picture() == "a -m> a, ; ");
  CHECK(own.drawn().has_deadlock_graph);
}

TEST_CASE("on the loop tasks that await each other stand in NOW as such, and as a circle") {
  const Stuck window(R"({"interleave": 1, "title": "Each other", "mode": "coroutine", "tasks": [
    {"name": "a", "steps": [{"sleep": 1}, {"await": "b"}]}, {"name": "b", "steps": [{"sleep": 1}, {"await": "a"}]}]})");
  CHECK(window.picture() == "a -its end> b, b -its end> a, ; ");
  CHECK(window.drawn().ring_arrows == 2);
}

}  // namespace interleave::gui
