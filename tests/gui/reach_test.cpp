// With the keyboard alone, and with one mouse button alone, everything is reached.
#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <set>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/theme_name.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

struct Aim {
  const char* sentence;
  std::function<void(FinishedRun&)> act;
  std::function<bool(const AppState&)> reached;
};

// Presses Tab until the control has the focus, then Enter.
void press_by_keys(FinishedRun& window, ActId act) {
  for (std::size_t i = 0; i < acts().size() && window.state.focused != act; ++i) window.press(Key::tab);
  REQUIRE(window.state.focused == act);
  window.press(Key::enter);
  window.pass(1);
}

std::string fifty_tasks() {
  std::string text = R"({"interleave": 1, "title": "many", "tasks": [)";
  for (int i = 0; i < 50; ++i) {
    text += std::string(i > 0 ? "," : "") + R"({"name": "t)" + std::to_string(i) +
            R"(", "steps": [{"print": "a"}, {"sleep": 1}, {"print": "b"}]})";
  }
  return text + "]}";
}

struct ManyTasks : Headless {
  ManyTasks() : Headless(from_text(fifty_tasks())) {
    update(state, command::SetMode{Mode::threads});
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    frame();
  }
};

const Aim kByKeys[] = {
    {"the theme is changed", [](FinishedRun& w) { press_by_keys(w, "theme"_act); },
     [](const AppState& s) { return s.theme == ThemeName::light; }},
    {"the view by worker is chosen", [](FinishedRun& w) { press_by_keys(w, "view-by-worker"_act); },
     [](const AppState& s) { return s.view == View::by_worker; }},
    {"the real clock is chosen", [](FinishedRun& w) { press_by_keys(w, "real-time"_act); },
     [](const AppState& s) { return s.clock == ClockKind::real_time; }},
    {"another speed is chosen from its menu",
     [](FinishedRun& w) {
       press_by_keys(w, "speed"_act);
       w.press(Key::down);
       w.press(Key::enter);
     },
     [](const AppState& s) { return s.speed == 2; }},
    {"motion is reduced on the help's plate",
     [](FinishedRun& w) {
       w.type("?");
       press_by_keys(w, "reduced-motion"_act);
     },
     [](const AppState& s) { return s.reduced_motion; }},
    {"a bar is selected and zoomed to",
     [](FinishedRun& w) {
       w.press(Key::down);
       w.press(Key::enter);
     },
     [](const AppState& s) { return s.selection && !s.viewport.fitted(); }},
    {"a stretch is measured", [](FinishedRun& w) { w.press(Key::left, true); },
     [](const AppState& s) {
       return s.selected_range == SelectedRange{at(5), at(4)};
     }},
    {"the lower panels are made higher", [](FinishedRun& w) { w.press_with_control(Key::up); },
     [](const AppState& s) { return s.panels.of(PanelGroup::bottom).share > 0.3F; }},
    {"the console goes back", [](FinishedRun& w) { w.press(Key::page_up); },
     [](const AppState& s) { return s.console_scroll > 0; }},
    {"a match is found and the search closed",
     [](FinishedRun& w) {
       w.type("/food");
       press_by_keys(w, "next-match"_act);
       press_by_keys(w, "close-search"_act);
     },
     [](const AppState& s) { return !s.search.open && s.search.current == 2U; }},
    {"the hints are dismissed", [](FinishedRun& w) { press_by_keys(w, "dismiss-hint"_act); },
     [](const AppState& s) { return s.hints.dismissed; }},
};

const Aim kByOneButton[] = {
    {"zooming in", [](FinishedRun& w) { w.click("zoom-in"_act); },
     [](const AppState& s) { return s.viewport.target().length() < 4; }},
    {"zooming out", [](FinishedRun& w) { w.click("zoom-out"_act); },
     [](const AppState& s) { return s.viewport.target().length() > 6; }},
    {"panning by the strip above the axis",
     [](FinishedRun& w) {
       w.click("zoom-in"_act);
       w.pass(1);
       const Point middle = w.drawn().window_frame.center();
       w.drag(middle, {middle.x + 50, middle.y});
     },
     [](const AppState& s) { return s.viewport.range().begin > 1; }},
    {"zooming to the selection",
     [](FinishedRun& w) {
       w.click(w.bars(2).at(0).box.center());
       w.click("zoom-to-selection"_act);
     },
     [](const AppState& s) { return s.viewport.target().length() < 3; }},
    {"showing the whole run again",
     [](FinishedRun& w) {
       w.click("zoom-in"_act);
       w.click("fit"_act);
     },
     [](const AppState& s) { return s.viewport.fitted(); }},
    {"opening the search", [](FinishedRun& w) { w.click("search"_act); },
     [](const AppState& s) { return s.search.typing; }},
    {"marking the moment", [](FinishedRun& w) { w.click("mark"_act); },
     [](const AppState& s) { return s.marks.all.size() == 1; }},
    {"larger text, on the help's plate",
     [](FinishedRun& w) {
       w.click("help"_act);
       w.click("larger-text"_act);
     },
     [](const AppState& s) { return s.text_scale > 100 && s.menu == Menu::help; }},
    {"the whole screen, on the help's plate",
     [](FinishedRun& w) {
       w.click("help"_act);
       w.click("full-screen"_act);
     },
     [](const AppState& s) { return s.full_screen; }},
    {"an earlier moment, by dragging on the axis",
     [](FinishedRun& w) {
       const float y = w.drawn().axis.center().y;
       w.drag({w.x(4), y}, {w.x(2), y});
     },
     [](const AppState& s) { return s.playhead < at(3); }},
};

}  // namespace

TEST_CASE("the keyboard alone reaches everything") {
  for (const Aim& aim : kByKeys) {
    CAPTURE(std::string(aim.sentence));
    FinishedRun window(Mode::pool);
    aim.act(window);
    CHECK(aim.reached(window.state));
  }
}

TEST_CASE("one mouse button alone reaches what others do by wheel and right button") {
  for (const Aim& aim : kByOneButton) {
    CAPTURE(std::string(aim.sentence));
    FinishedRun window(Mode::pool);
    aim.act(window);
    CHECK(aim.reached(window.state));
  }
}

TEST_CASE("one mouse button scrolls lanes and console by their bars") {
  ManyTasks window;
  const Rect lanes = window.drawn().lanes;
  window.drag({lanes.right + 8, lanes.top + 10}, {lanes.right + 8, lanes.bottom - 2});
  CHECK(window.shows("t49"));
  const float console_right = window.drawn().panels.at(3).right - 20;
  window.drag({console_right, 690 - 25}, {console_right, 560});
  CHECK(window.state.console_scroll > 0);
}

TEST_CASE("a control that is reached by keys says what it does") {
  FinishedRun window(Mode::pool);
  while (window.state.focused != "zoom-in"_act) window.press(Key::tab);
  window.frame();
  CHECK(window.shows("Zoom in.  Key: W"));
}

TEST_CASE("while the help is open, Tab visits what stands on it and nothing that it covers") {
  FinishedRun window(Mode::pool);
  window.type("?");
  const std::set on_help = {"smaller-text"_act, "larger-text"_act, "full-screen"_act, "reduced-motion"_act};
  for (std::size_t i = 0; i < acts().size(); ++i) {
    window.press(Key::tab);
    REQUIRE(window.state.focused);
    CHECK(on_help.contains(*window.state.focused));
    CHECK(window.find(*window.state.focused).panel == Panel::help);
  }
}

TEST_CASE("Tab visits every button on the screen that can be pressed, and nothing else, in every picture") {
  for (int picture = 0; picture < 5; ++picture) {
    CAPTURE(picture);
    FinishedRun window(Mode::pool);
    if (picture == 1) update(window.state, command::SetComparing{Comparing::yes});
    if (picture == 2) update(window.state, command::TogglePresentation{});
    if (picture == 2) update(window.state, command::ToggleToolbar{});
    if (picture == 3) window.type("/food");
    if (picture == 4) window.type("?");
    window.frame();
    window.frame();
    std::vector<ActId> expected;
    for (const DrawnControl& drawn : window.drawn().controls) {
      const bool reachable = drawn.enabled && (picture == 4) == (drawn.panel == Panel::help);
      if (reachable) expected.push_back(drawn.act);
    }
    std::vector<ActId> visited;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      window.press(Key::tab);
      REQUIRE(window.state.focused);
      CHECK(window.find(*window.state.focused).enabled);
      visited.push_back(*window.state.focused);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(visited.begin(), visited.end());
    CHECK(visited == expected);
  }
}

TEST_CASE("F6 goes through all panels and back, and shows which one has the keys") {
  FinishedRun window(Mode::pool);
  window.resize(1920, 1080);
  window.frame();
  window.frame();
  const int without = window.triangles();
  std::vector<Panel> there;
  for (std::size_t i = 0; i < window.state.offered.panels.size(); ++i) {
    window.press(Key::f6);
    there.push_back(window.state.focused_panel.value());
    CHECK(window.triangles() > without);
  }
  CHECK(there == std::vector{Panel::toolbar, Panel::tasks, Panel::code, Panel::timeline, Panel::console, Panel::now,
                             Panel::curve, Panel::status});
  window.press(Key::f6, true);
  CHECK(window.state.focused_panel == Panel::curve);
  window.press(Key::escape);
  CHECK_FALSE(window.state.focused_panel);
}

TEST_CASE("from a panel Tab goes on to its own first button") {
  FinishedRun window(Mode::pool);
  while (window.state.focused_panel != Panel::timeline) window.press(Key::f6);
  window.press(Key::tab);
  CHECK(window.find(window.state.focused.value()).panel == Panel::timeline);
}

TEST_CASE("the arrows act on the panel that has the keys") {
  FinishedRun window(Mode::pool);
  window.resize(1920, 1080);
  window.frame();
  window.frame();
  while (window.state.focused_panel != Panel::console) window.press(Key::f6);
  window.press(Key::up);
  CHECK(window.state.console_scroll > 0);
  CHECK_FALSE(window.state.lane);
  while (window.state.focused_panel != Panel::curve) window.press(Key::f6);
  const int workers = window.state.settings.max_workers;
  window.press(Key::right);
  CHECK(window.state.settings.max_workers == workers + 1);
  while (window.state.focused_panel != Panel::code) window.press(Key::f6);
  const auto lane = window.state.lane;
  window.press(Key::down);
  CHECK(window.state.lane == lane);
}

}  // namespace interleave::gui
