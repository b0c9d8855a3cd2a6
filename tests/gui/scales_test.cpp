// The window at every size and scale of its text, as one explores in it and as it is presented to a hall.
#include "app/gui/model/state/scales.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <memory>
#include <set>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/update/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/desk.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

namespace {

constexpr Shape kWindows[] = {{1280, 720, 100}, {1600, 900, 100}, {1920, 1080, 100}, {3840, 2160, 100}};
constexpr int kScales[] = {50, 75, 100, 150, 200, 300, 400};
constexpr const char* kScenarios[] = {"coffee-shop", "photo-filters", "ticket-desk", "frozen-loop", "downloads"};

enum class Layout : std::uint8_t { explored, presented };

// From that size on, in pixels of 100 %, nothing is cut off: 1280x720 has room for text at 150 %, 1920x1080 for 200 %
// and 3840x2160 for 400 %. Below it the window says less, but still nothing over something else.
bool has_room(Shape shape) {
  const float scale = static_cast<float>(shape.scale) / 100;
  return shape.width >= 850 * scale && shape.height >= 479 * scale;
}

// The window in that layout and with what scale it is drawn.
Shape put(Headless& window, Shape shape, Layout layout) {
  window.resize(shape.width, shape.height);
  window.state.text_scale = shape.scale;
  window.state.presenting = layout == Layout::presented;
  window.state.most_text_scale = static_cast<int>(most_scale(shape.width, shape.height));
  shape.scale = static_cast<int>(std::lround(shown_scale(window.state, shape.width, shape.height)));
  window.use_scale(shape.scale);
  return shape;
}

void check(const Headless& window, Shape shape, const std::string& what) {
  const Drawn& drawn = window.drawn();
  REQUIRE_FALSE(drawn.texts.empty());
  Broken broken = cut_or_small_texts(drawn, shape, has_room(shape) ? Cuts::none : Cuts::any);
  for (const Broken& more : {overlapping_controls(drawn, shape), overlapping_panels(drawn), overlapping_texts(drawn)}) {
    broken.insert(broken.end(), more.begin(), more.end());
  }
  for (const std::string& rule : broken) {
    FAIL_CHECK(fmt::format("{}, {:g}x{:g} at {} %{}: {}", what, shape.width, shape.height, shape.scale,
                           window.state.presenting ? ", presented" : "", rule));
  }
}

// Every window in both layouts; or only one of so many, each time others, where there is much to see in each.
template <class Act>
void for_each_window(Act act, std::size_t one_of = 1) {
  static std::size_t turn = 0;
  for (const Shape window : kWindows) {
    for (const int scale : kScales) {
      for (const Layout layout : {Layout::explored, Layout::presented}) {
        if (turn++ % one_of == 0) act(Shape{window.width, window.height, scale}, layout);
      }
    }
  }
}

void show_picture(Headless& window, int picture) {
  update(window.state, command::SetView{picture == 1 ? View::by_worker : View::by_task});
  update(window.state, command::SetComparing{picture == 2 ? Comparing::yes : Comparing::no});
}

enum class Picked : std::uint8_t { span, stretch, other };

void pick(Headless& window, Picked picked) {
  if (picked == Picked::span) return update(window.state, command::SelectSpan{task_id(1), 0});
  if (picked == Picked::stretch) return update(window.state, command::SelectRange{moment_at(0.5), moment_at(2)});
  const bool pool = window.state.settings.mode == Mode::pool;
  update(window.state, command::SetMode{pool ? Mode::sequential : Mode::pool});
  update(window.state, command::EditMark{moment_at(1)});
  window.type("here");
  update(window.state, command::EndTyping{});
  window.type("/a");
}

// What the menus say of an entry first.
std::string title_of_entry(const AppState& state, std::size_t entry) {
  if (state.menu == Menu::speeds) return fmt::format("{:g}×", kSpeeds[entry]);
  const std::size_t count = state.scenarios.size();
  return entry < count ? state.scenarios[entry].scenario->title : act(file_menu()[entry - count]).label(state);
}

// Whether a text is whole in what stands above all.
bool is_above(const Drawn& drawn, std::string_view wanted) {
  const auto from = drawn.texts.begin() + static_cast<std::ptrdiff_t>(drawn.texts_below);
  return std::any_of(from, drawn.texts.end(),
                     [&](const DrawnText& text) { return text.text == wanted && text.box.height() >= text.size; });
}

}  // namespace

TEST_CASE("at every scale of the text, explored or presented, nothing is cut off or over something else") {
  for (const char* scenario : kScenarios) {
    Headless window(only(scenario));
    for (const Mode mode : kModes) {
      update(window.state, command::SetMode{mode});
      for (const double share : {0.0, 0.4, 1.0}) {
        if (share > 0) update(window.state, command::Run{});
        const double end = seconds(window.state.run.record->horizon());
        update(window.state, command::MovePlayhead{moment_at(end * share)});
        for (int picture = 0; picture < 3; ++picture) {
          show_picture(window, picture);
          window.state.viewport.settle();
          const auto look = [&](Shape asked, Layout layout) {
            const Shape shape = put(window, asked, layout);
            window.frame();
            check(window, shape, fmt::format("{} {} at {} of it, picture {}", scenario, name(mode), share, picture));
          };
          for_each_window(look, 11);
        }
      }
    }
  }
}

TEST_CASE("at every scale, what is selected, found, marked and outdated stands over nothing and is whole") {
  for (const char* scenario : {"coffee-shop", "photo-filters", "downloads"}) {
    for (const Mode mode : kModes) {
      for (const Picked picked : {Picked::span, Picked::stretch, Picked::other}) {
        Headless window(only(scenario));
        update(window.state, command::SetMode{mode});
        update(window.state, command::Run{});
        update(window.state, command::MovePlayhead{moment_at(2)});
        pick(window, picked);
        window.state.viewport.settle();
        const auto look = [&](Shape asked, Layout layout) {
          const Shape shape = put(window, asked, layout);
          window.frame();
          check(window, shape, fmt::format("{} {} with {} picked", scenario, name(mode), static_cast<int>(picked)));
        };
        for_each_window(look, 3);
      }
    }
  }
}

TEST_CASE("at every scale each entry of a menu comes into sight when keys mark it") {
  std::vector<ScenarioEntry> entries;
  for (const char* scenario : kScenarios) entries.push_back(only(scenario).front());
  Headless window(std::move(entries));
  for_each_window([&](Shape asked, Layout layout) {
    const Shape shape = put(window, asked, layout);
    for (const Menu menu : {Menu::scenarios, Menu::speeds}) {
      update(window.state, command::OpenMenu{menu});
      window.frame();
      const int first = window.state.menu_entry;
      do {
        const std::string title = title_of_entry(window.state, static_cast<std::size_t>(window.state.menu_entry));
        CAPTURE(title);
        CHECK(is_above(window.drawn(), title));
        check(window, shape, "a menu");
        window.press_key({Key::down});
        window.frame();
      } while (window.state.menu_entry != first);
      window.press_key({Key::escape});
    }
  });
}

TEST_CASE("a menu that is higher than the window scrolls by the wheel, and a click takes what is under the pointer") {
  std::vector<ScenarioEntry> entries;
  for (const char* scenario : kScenarios) entries.push_back(only(scenario).front());
  Headless window(std::move(entries));
  window.state.files = std::make_shared<FakeFiles>();
  put(window, {1280, 720, 200}, Layout::explored);
  window.frame();
  window.click("scenario"_act);
  const std::string last = act(file_menu().back()).label(window.state);
  REQUIRE_FALSE(is_above(window.drawn(), last));
  window.wheel({200, 400}, -40);
  REQUIRE(is_above(window.drawn(), last));
  const auto& texts = window.drawn().texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.text == last; });
  window.click(found->box.center());
  CHECK(window.state.menu == Menu::exports);
}

TEST_CASE("at every scale all lines of the help are in sight, at once or when it is scrolled by keys") {
  const auto look = [&](Shape asked, Layout layout) {
    Headless window(only("coffee-shop"));
    const Shape shape = put(window, asked, layout);
    window.press_key({Key::none, U'?', false, true});
    std::set<std::string> seen;
    for (float before = -1; before != window.state.help_scroll;) {
      before = window.state.help_scroll;
      window.frame();
      check(window, shape, "the help");
      for (const DrawnText& text : window.drawn().texts) {
        if (text.box.height() >= text.size) seen.insert(text.text);
      }
      window.press_key({Key::down});
      window.frame();
    }
    CAPTURE(shape.width);
    CAPTURE(shape.scale);
    for (const HelpLine& line : help_lines()) {
      CAPTURE(line.what);
      CHECK(seen.count(line.what) == 1);
    }
  };
  for_each_window(look, 3);
}

TEST_CASE("a form of settings that has no room for all of them scrolls to the last") {
  for (const int scale : {100, 150}) {
    Headless window(only("ticket-desk"));
    const Shape shape = put(window, {1280, 720, scale}, Layout::explored);
    update(window.state, command::ShowTab{PanelTab::settings});
    update(window.state, command::ResizePanels{PanelGroup::code, 0.6F});
    window.frame();
    const std::string first(title_of(setting_cells().front()));
    const std::string last(title_of(setting_cells().back()));
    REQUIRE(window.shows(first));
    REQUIRE_FALSE(window.shows(last));
    window.wheel(window.drawn().cells.front().box.center(), -40);
    check(window, shape, "the settings");
    CHECK(window.shows(last));
    CHECK_FALSE(window.shows(first));
  }
}

TEST_CASE("at every scale the dialog, the file's text and what is said above all are whole and over nothing else") {
  for (const char* what : {"files", "errors", "text", "question"}) {
    Desk window;
    window.open(kShop);
    window.edit("6");
    if (what[0] == 'f') window.control(U'o');
    if (what[0] == 'e') window.open(kBad);
    if (what[0] == 't') update(window.state, command::FocusFileText{});
    if (what[0] == 'q') update(window.state, command::RequestClose{});
    for_each_window([&](Shape asked, Layout layout) {
      const Shape shape = put(window, asked, layout);
      window.frame();
      window.frame();
      check(window, shape, what);
    });
  }
}

TEST_CASE("at every scale what is said of the thing under the pointer is whole") {
  const auto look = [&](Shape asked, Layout layout) {
    Headless window(only("coffee-shop"));
    const Shape shape = put(window, asked, layout);
    update(window.state, command::Run{});
    window.frame();
    std::vector<Point> points;
    for (const DrawnControl& control : window.drawn().controls) points.push_back(control.box.center());
    for (const DrawnCell& cell : window.drawn().cells) points.push_back(cell.box.center());
    for (const DrawnBar& bar : window.drawn().bars) points.push_back(bar.box.center());
    for (const DrawnText& text : window.drawn().texts) points.push_back(text.box.center());
    for (const Point point : points) {
      window.move_to(point);
      window.frame();
      check(window, shape, fmt::format("what is at {:g},{:g}", point.x, point.y));
    }
  };
  for_each_window(look, 5);
}

TEST_CASE("text grows as long as the window has room for its parts, and shrinks from what is seen") {
  Headless window(only("coffee-shop"));
  const auto press = [&](char32_t key) { window.press_key({Key::none, key, true, false}); };
  put(window, {1280, 720, 175}, Layout::explored);
  press(U'+');
  CHECK(window.state.text_scale == 200);
  CHECK_FALSE(act("larger-text"_act).enabled(window.state));
  press(U'+');
  CHECK(window.state.text_scale == 200);
  // On a smaller display than where it was chosen, it is kept for the larger one.
  CHECK(put(window, {1280, 720, 400}, Layout::explored).scale == 200);
  press(U'+');
  CHECK(window.state.text_scale == 400);
  press(U'-');
  CHECK(window.state.text_scale == 175);
  CHECK(put(window, {3840, 2160, 400}, Layout::explored).scale == 400);
  CHECK(put(window, {400, 300, 100}, Layout::explored).scale == 100);
}

TEST_CASE("presented, no text is smaller than 28 pixels at 1080, and what is asked for is large") {
  for (const char* scenario : kScenarios) {
    for (const Shape asked : kWindows) {
      Headless window(only(scenario));
      update(window.state, command::Run{});
      const Shape shape = put(window, asked, Layout::presented);
      update(window.state, command::GoToEnd{});
      for (const auto& [beside, panel] :
           {std::pair{Beside::nothing, Panel::timeline}, std::pair{Beside::code, Panel::code},
            std::pair{Beside::console, Panel::console}, std::pair{Beside::now, Panel::now}}) {
        window.state.lecture.beside = beside;
        window.frame();
        CAPTURE(scenario);
        CAPTURE(shape.width);
        for (const DrawnText& text : window.drawn().texts) CHECK(text.size * 1080 / shape.height >= 28);
        const auto& stops = window.drawn().stops;
        CHECK(stops.size() == (beside == Beside::nothing ? 1 : 2));
        const auto stop =
            std::find_if(stops.begin(), stops.end(), [&, wanted = panel](const auto& s) { return s.panel == wanted; });
        REQUIRE(stop != stops.end());
        CHECK(stop->box.width() * stop->box.height() >= 0.4F * shape.width * shape.height);
      }
    }
  }
}

TEST_CASE("presented alone, the bars of three tasks are a twelfth of the window's height") {
  for (const Shape asked : {Shape{1280, 720, 100}, Shape{1920, 1080, 100}, Shape{3840, 2160, 100}}) {
    Headless window(only("coffee-shop"));
    update(window.state, command::Run{});
    const Shape shape = put(window, asked, Layout::presented);
    update(window.state, command::GoToEnd{});
    window.frame();
    for (std::size_t lane = 0; lane < 3; ++lane) CHECK(window.bars(lane).at(0).box.height() * 12 >= shape.height);
  }
}

}  // namespace interleave::gui
