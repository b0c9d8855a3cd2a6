// What the window shows of what is wrong with how tasks share variables.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/figures.h"
#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/picture/findings.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

// Ada reads at 0 s and writes at 1 s, Bob reads at 0 s and writes at 3 s.
constexpr std::string_view kVisits = R"({"interleave": 1, "title": "Visits", "shared": {"visits": 0},
  "functions": {"visit": {"parameters": ["pause"], "steps": [{"read": "visits", "into": "n"}, {"sleep": "{pause}"},
    {"write": "visits", "value": "n + 1"}]}},
  "tasks": [{"name": "Ada", "call": "visit", "arguments": {"pause": 1}},
            {"name": "Bob", "call": "visit", "arguments": {"pause": 3}}], "mode": "coroutine"})";

// Two who see one ticket left and count what they sold elsewhere.
constexpr std::string_view kDesks = R"({"interleave": 1, "title": "Desks", "shared": {"left": 1, "sold": 0},
  "functions": {"sell": {"parameters": ["pause"], "steps": [{"read": "left", "into": "n"}, {"if": "n > 0", "steps": [
    {"sleep": "{pause}"}, {"write": "sold", "value": 1}, {"write": "left", "value": 0}]}]}},
  "tasks": [{"name": "a", "call": "sell", "arguments": {"pause": 1}},
            {"name": "b", "call": "sell", "arguments": {"pause": 2}}], "mode": "coroutine"})";

struct Marked : Headless {
  explicit Marked(std::string_view text, Mode mode, double at = 100) : Headless(from_text(text)) {
    resize(1280, 720);
    update(state, command::SetMode{mode});
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    look_at(at);
  }
  void look_at(double at) {
    update(state, at < 100 ? Command(command::MovePlayhead{moment_at(at)}) : Command(command::GoToEnd{}));
    state.viewport.settle();
    frame();
  }
  void view_by(View view) {
    update(state, command::SetView{view});
    frame();
  }
  const Timeline& run() const { return *state.run.record; }
  Findings findings() const { return findings_of(run()); }

  // Those on the lanes of that kind.
  std::vector<DrawnMark> marks_on(LaneKind kind) const {
    const auto lanes = shown_lanes(state);
    std::vector<DrawnMark> found;
    for (const DrawnMark& mark : drawn().marks) {
      if (lanes[mark.lane].kind == kind) found.push_back(mark);
    }
    return found;
  }
};

}  // namespace

TEST_CASE(
    "a lost update has a mark at the write, one on its variable's lane, and an arrow from the write that is lost") {
  Marked window(kVisits, Mode::coroutine);
  const auto on_bars = window.marks_on(LaneKind::task);
  REQUIRE(on_bars.size() == 1);
  CHECK(on_bars[0].kind == MarkKind::lost_update);
  CHECK(on_bars[0].task == task_id(1));
  CHECK(on_bars[0].at.x == doctest::Approx(window.drawn().playhead_x).epsilon(0.01));
  CHECK(window.marks_on(LaneKind::shared).size() == 1);
  CHECK(window.drawn().mark_arrows == 1);
  CHECK(window.shows("lost update"));
  CHECK_FALSE(window.shows("unordered"));
}

TEST_CASE(
    "on threads nothing orders the two either, which is marked; in coroutine mode and one after another it is not") {
  CHECK(marks_texts(Marked(kVisits, Mode::threads).findings().marks) ==
        std::vector<std::string>{"1 lost update", "2 unordered accesses"});
  CHECK(marks_texts(Marked(kVisits, Mode::coroutine).findings().marks) == std::vector<std::string>{"1 lost update"});
  CHECK(Marked(kVisits, Mode::sequential).findings().marks.empty());
  CHECK(Marked(kVisits, Mode::threads).shows("unordered"));
}

TEST_CASE("a mark comes with the write that it is of, and not before") {
  Marked window(kVisits, Mode::threads, 2.9);
  const auto early = window.marks_on(LaneKind::task);
  REQUIRE(early.size() == 1);
  CHECK(early[0].kind == MarkKind::unordered);
  CHECK(window.drawn().mark_arrows == 0);
  window.look_at(3);
  CHECK(window.drawn().mark_arrows == 1);
}

TEST_CASE("whoever points at a mark reads who did what when, and what is wrong with that") {
  Marked window(kVisits, Mode::threads);
  const auto marks = window.marks_on(LaneKind::task);
  const auto lost = std::find_if(marks.begin(), marks.end(),
                                 [](const DrawnMark& mark) { return mark.kind == MarkKind::lost_update; });
  REQUIRE(lost != marks.end());
  window.move_to(lost->at);
  window.frame();
  CHECK(window.shows("Bob wrote 1 to visits at 3.00 s, from the 0 that it had read at 0.00 s."));
  CHECK(window.shows("But meanwhile Ada had written 1 to visits, at 1.00 s: that update is lost."));
  CHECK(window.shows("Nothing decides which of these two comes first."));
  CHECK(window.shows("In Python each access by itself is safe; what comes out still depends on the order."));
  CHECK(window.shows("In C++, on a plain variable, this is a data race, and undefined."));
}

TEST_CASE("an arrow to what nothing orders is drawn only where somebody points at its mark") {
  Marked window(kVisits, Mode::threads, 2);
  CHECK(window.drawn().mark_arrows == 0);
  window.move_to(window.marks_on(LaneKind::task).at(0).at);
  window.frame();
  CHECK(window.drawn().mark_arrows == 1);
}

TEST_CASE("a decision by what another task has changed is stale, whatever is written then") {
  Marked window(kDesks, Mode::coroutine);
  CHECK(marks_texts(window.findings().marks) == std::vector<std::string>{"2 stale decisions"});
  CHECK(
      mark_sentences(window.run(), window.findings().marks[0]) ==
      std::vector<std::string>{"b wrote 1 to sold at 2.00 s, by the 1 that it had read from left at 0.00 s.",
                               "But meanwhile a had written 0 to left, at 1.00 s: it went by what was no longer so."});
  CHECK(window.shows("stale decision"));
  // Both writes are at one place of the bar, and on lanes of their own.
  CHECK(window.marks_on(LaneKind::task).size() == 1);
  CHECK(window.marks_on(LaneKind::task)[0].count == 2);
  CHECK(window.marks_on(LaneKind::shared).size() == 2);
}

TEST_CASE("by worker, marks stand on the lane of the worker on which the task had its turn") {
  Marked window(kVisits, Mode::threads);
  window.view_by(View::by_worker);
  CHECK(window.marks_on(LaneKind::worker).size() == 2);
  CHECK(window.drawn().mark_arrows == 1);
  Marked loop(kVisits, Mode::coroutine);
  loop.view_by(View::by_worker);
  CHECK(loop.marks_on(LaneKind::worker).size() == 1);
  CHECK(loop.drawn().mark_arrows == 0);
}

TEST_CASE("the status line counts the marks, NOW those of each variable so far, and a comparison those of each mode") {
  Marked window(kVisits, Mode::coroutine);
  const auto figures = figures_of(window.state, window.findings().marks);
  CHECK(figures[1].text == "1 lost update");
  CHECK(window.shows("1 lost update"));
  const auto said = [&](double at) {
    for (const OccupancyPart& part : occupancy_at(window.run(), moment_at(at), window.findings().marks)) {
      if (part.title == "SHARED") return part.items.back().text;
    }
    return std::string();
  };
  CHECK(said(3) == "1 lost update");
  CHECK(said(2.9) == "1");
  update(window.state, command::SetComparing{Comparing::yes});
  window.resize(1920, 1080);
  window.frame();
  CHECK(window.shows("2 unordered accesses"));
}

TEST_CASE("before it is run, what will be lost is said to be predicted") {
  Headless window(from_text(kVisits));
  window.frame();
  CHECK(window.shows("predicted 1 lost update"));
}

TEST_CASE("the list of a variable's uses and the remark on a use name what is wrong with it") {
  Marked window(kVisits, Mode::coroutine);
  update(window.state, command::SelectShared{0, moment_at(3)});
  window.frame();
  CHECK(window.shows("Bob wrote 1 to visits: lost update"));
}

TEST_CASE("a run without shared variables has no marks, and its legend no words for them") {
  Headless window(only("coffee-shop"));
  window.frame();
  for (const char* const word : {"lost update", "stale decision", "unordered"}) CHECK_FALSE(window.shows(word));
}

}  // namespace interleave::gui
