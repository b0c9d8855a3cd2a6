// The window at every size and scale of its text, as one explores in it and as it is presented to a hall.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/headless.h"
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

void check(const Drawn& drawn, Shape shape, const std::string& what) {
  REQUIRE_FALSE(drawn.texts.empty());
  Broken broken = cut_or_small_texts(drawn, shape, has_room(shape) ? Cuts::none : Cuts::any);
  for (const Broken& more : {overlapping_controls(drawn, shape), overlapping_panels(drawn), overlapping_texts(drawn)}) {
    broken.insert(broken.end(), more.begin(), more.end());
  }
  for (const std::string& rule : broken) FAIL_CHECK(what, ": ", rule);
}

// Every window in both layouts.
template <class Act>
void for_each_window(Act act) {
  for (const Shape window : kWindows) {
    for (const int scale : kScales) {
      for (const Layout layout : {Layout::explored, Layout::presented})
        act({window.width, window.height, scale}, layout);
    }
  }
}

void show_picture(Headless& window, int picture) {
  update(window.state, command::SetView{picture == 1 ? View::by_worker : View::by_task});
  update(window.state, command::SetComparing{picture == 2 ? Comparing::yes : Comparing::no});
}

}  // namespace

TEST_CASE("at every scale of the text, explored or presented, nothing is cut off or over something else") {
  const bool all = std::getenv("INTERLEAVE_ALL") != nullptr;
  std::size_t turn = 0;
  for (const char* scenario : kScenarios) {
    Headless window(only(scenario));
    for (const Mode mode : kModes) {
      update(window.state, command::SetMode{mode});
      update(window.state, command::Run{});
      const double end = seconds(window.state.run.record->horizon());
      for (const double share : {0.4, 1.0}) {
        update(window.state, command::MovePlayhead{moment_at(end * share)});
        for (int picture = 0; picture < 3; ++picture) {
          show_picture(window, picture);
          window.state.viewport.settle();
          for_each_window([&](Shape asked, Layout layout) {
            if (!all && turn++ % 11 != 0) return;
            const Shape shape = put(window, asked, layout);
            window.frame();
            check(window.drawn(), shape,
                  fmt::format("{} {} {} {} {:g}x{:g} {} {}", scenario, name(mode), share, picture, shape.width,
                              shape.height, shape.scale, layout == Layout::presented ? "presented" : ""));
          });
        }
      }
    }
  }
}

TEST_CASE("text grows as long as the window has room for its parts, and shrinks from what is seen") {
  Headless window(only("coffee-shop"));
  const auto press = [&](char32_t key) { window.press_key({Key::none, key, true, false}); };
  put(window, {1280, 720, 175}, Layout::explored);
  press(U'+');
  CHECK(window.state.text_scale == 200);
  CHECK_FALSE(enabled(window.state, Control::larger_text));
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

TEST_CASE("presented, no text is smaller than 28 pixels at 1080, and code, timeline and console are in sight") {
  for (const char* scenario : kScenarios) {
    for (const Shape asked : kWindows) {
      Headless window(only(scenario));
      update(window.state, command::Run{});
      const Shape shape = put(window, asked, Layout::presented);
      update(window.state, command::GoToEnd{});
      window.frame();
      CAPTURE(scenario);
      CAPTURE(shape.width);
      for (const DrawnText& text : window.drawn().texts) CHECK(text.size * 1080 / shape.height >= 28);
      const auto& stops = window.drawn().stops;
      for (const Panel panel : {Panel::code, Panel::timeline, Panel::console}) {
        const auto stop = std::find_if(stops.begin(), stops.end(), [&](const auto& s) { return s.panel == panel; });
        REQUIRE(stop != stops.end());
        CHECK(stop->box.height() >= shape.height / 4);
      }
    }
  }
}

}  // namespace interleave::gui
