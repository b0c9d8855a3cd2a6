// What goes wrong leaves the window whole, at any size.
#include <doctest/doctest.h>

#include "app/gui/model/update/update.h"
#include "tests/gui/desk.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

namespace {

// Failures, times that are up and cancellations, with somebody who awaits and somebody who handles them.
constexpr std::string_view kFailures = R"({"interleave": 1, "title": "Backups", "tasks": [
  {"name": "night", "steps": [{"start": "disk"}, {"start": "logs"}, {"try": [{"await": "disk"}], "except": []},
    {"try": [{"await": "logs", "timeout": 1}], "except": [{"print": "too slow"}]}, {"cancel": "mail"}, {"raise": "gave up"}]},
  {"name": "disk", "manual": true, "steps": [{"sleep": 2}, {"raise": "full"}]},
  {"name": "logs", "manual": true, "steps": [{"try": [{"sleep": 6}], "finally": [{"sleep": 0.5}]}]},
  {"name": "mail", "steps": [{"acquire": "m"}, {"sleep": 5}]},
  {"name": "late", "steps": [{"sleep": 1}, {"acquire": "m", "timeout": 2}]}]})";

// A circle of two, and one who waits for it.
constexpr std::string_view kCircle = R"({"interleave": 1, "title": "Forks", "tasks": [
  {"name": "ann", "steps": [{"lock": "a", "steps": [{"sleep": 1}, {"lock": "b", "steps": []}]}]},
  {"name": "bob", "steps": [{"lock": "b", "steps": [{"sleep": 1}, {"lock": "a", "steps": []}]}]},
  {"name": "cy", "steps": [{"sleep": 0.5}, {"lock": "a", "steps": []}]}]})";

// Updates that are lost, decisions that are stale.
constexpr std::string_view kRaces = R"({"interleave": 1, "title": "Visits", "shared": {"n": 0, "sold": 0}, "tasks": [
  {"name": "ann", "steps": [{"read": "n", "into": "x"}, {"sleep": 1}, {"write": "n", "value": "x + 1"}]},
  {"name": "bob", "steps": [{"read": "n", "into": "x"}, {"sleep": 3}, {"write": "n", "value": "x + 1"}]},
  {"name": "cy", "steps": [{"read": "n", "into": "x"}, {"if": "x < 1", "steps": [{"sleep": 2}, {"write": "sold", "value": 1}]}]}]})";

}  // namespace

TEST_CASE("what goes wrong leaves nothing cut off, too small or over something else, at any size and in any mode") {
  for (const Shape shape : kShapes) {
    for (const std::string_view text : {kFailures, kCircle, kRaces}) {
      Headless window(from_text(text));
      window.resize(shape.width, shape.height);
      window.use_scale(shape.scale);
      for (const Mode mode : kModes) {
        update(window.state, command::SetMode{mode});
        update(window.state, command::Run{});
        for (const double share : {0.6, 1.0}) {
          const double end = seconds(window.state.run.record->horizon());
          update(window.state, command::MovePlayhead{moment_at(end * share)});
          window.state.viewport.settle();
          for (int picture = 0; picture < 4; ++picture) {
            update(window.state, command::SetView{picture % 2 == 0 ? View::by_task : View::by_worker});
            update(window.state, command::SetComparing{picture < 2 ? Comparing::no : Comparing::yes});
            window.frame();
            CAPTURE(text.substr(24, 20));
            CAPTURE(shape.width);
            CAPTURE(shape.scale);
            CAPTURE(name(mode));
            CAPTURE(share);
            CAPTURE(picture);
            for (const std::string& what : cut_or_small_texts(window.drawn(), shape)) FAIL_CHECK(what);
            for (const std::string& what : overlapping_controls(window.drawn(), shape)) FAIL_CHECK(what);
            if (picture < 2) {
              for (const std::string& what : overlapping_texts(window.drawn())) FAIL_CHECK(what);
            }
            for (const std::string& what : overlapping_panels(window.drawn())) FAIL_CHECK(what);
          }
        }
      }
    }
  }
}

}  // namespace interleave::gui
