#include "app/gui/views/drawing/theme.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/theme_name.h"
#include "app/gui/views/drawing/hatch.h"
#include "tests/support/property.h"

namespace interleave::gui {

TEST_CASE("text reaches a contrast of 4.5 on every ground it stands on, in every theme") {
  for (ThemeName name : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
    const Theme& theme = theme_named(name);
    for (Color ground : {theme.ground, theme.bar, theme.raised, theme.hover}) {
      CHECK(contrast(theme.text, ground) >= 4.5F);
    }
    for (Color ground : {theme.ground, theme.bar, theme.raised}) CHECK(contrast(theme.quiet_text, ground) >= 4.5F);
    for (Color ground : {theme.ground, theme.raised, theme.hover}) {
      for (Color code : {theme.code_keyword, theme.code_string, theme.code_number, theme.code_comment}) {
        CHECK(contrast(code, ground) >= 4.5F);
      }
    }
    CHECK(contrast(theme.on_accent, theme.accent) >= 4.5F);
    CHECK(contrast(theme.on_go, theme.go) >= 4.5F);
    CHECK(contrast(theme.on_notice, theme.notice) >= 4.5F);
    CHECK(contrast(theme.on_playhead, theme.playhead) >= 4.5F);
  }
}

TEST_CASE("bars reach a contrast of 3 against the ground, and their labels 4.5 against the bar") {
  for (ThemeName name : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
    const Theme& theme = theme_named(name);
    CHECK(contrast(theme.neutral, theme.ground) >= 3.0F);
    for (std::size_t task = 0; task < 64; ++task) {
      CAPTURE(task);
      CHECK(contrast(task_line_color(theme, task), theme.ground) >= 3.0F);
      const Color area = task_color(theme, task);
      CHECK(contrast(ink_on(area), area) >= 4.5F);
    }
  }
}

TEST_CASE("sixty-four tasks have sixty-four colours") {
  const Theme& theme = theme_named(ThemeName::light);
  for (std::size_t a = 0; a < 64; ++a) {
    for (std::size_t b = 0; b < a; ++b) CHECK_FALSE(task_color(theme, a) == task_color(theme, b));
  }
}

TEST_CASE("a stripe of the hatch never leaves its bar") {
  CHECK(testing::holds(500, [] {
    const auto width = static_cast<float>(*rc::gen::inRange(1, 60));
    const auto foot = static_cast<float>(*rc::gen::inRange(-80, 80));
    const Rect bar{10, 20, 10 + width, 50};
    const SmallPolygon stripe = stripe_within(bar, foot, 3);
    for (std::size_t i = 0; i < stripe.count; ++i) {
      RC_ASSERT(stripe.corners[i].x >= bar.left - 0.01F);
      RC_ASSERT(stripe.corners[i].x <= bar.right + 0.01F);
      RC_ASSERT(stripe.corners[i].y >= bar.top - 0.01F);
      RC_ASSERT(stripe.corners[i].y <= bar.bottom + 0.01F);
    }
  }));
}

TEST_CASE("what warns can be read on the window's ground in every theme") {
  for (const ThemeName name : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
    const Theme& theme = theme_named(name);
    CHECK(contrast(warning_color(theme), theme.ground) >= 4.5F);
  }
}

}  // namespace interleave::gui
