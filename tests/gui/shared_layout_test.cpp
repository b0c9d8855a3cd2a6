// The window at its sizes where tasks share something.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/state/refused.h"
#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/gui/layout_rules.h"
#include "tests/gui/state_rules.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kTransfers = R"({"interleave": 1, "title": "Transfers", "mode": "threads",
  "shared": {"alice": 100, "bob": 100}, "functions": {"transfer": {"parameters": ["source", "target"], "steps": [
    {"lock": "{source}", "steps": [{"sleep": 1}, {"read": "{source}", "into": "balance"},
      {"write": "{source}", "value": "balance - 1"}, {"lock": "{target}", "steps": [
        {"write": "{target}", "value": "balance + 1"}]}]}]}},
  "tasks": [{"name": "rent", "call": "transfer", "arguments": {"source": "alice", "target": "bob"}},
            {"name": "refund", "call": "transfer", "arguments": {"source": "bob", "target": "alice"}}]})";

constexpr std::string_view kForks = R"({"interleave": 1, "title": "Forks", "mode": "threads", "functions": {
  "dine": {"parameters": ["left", "right"], "steps": [
    {"lock": "{left}", "steps": [{"sleep": 0.5}, {"lock": "{right}", "steps": [{"print": "{task} eats"}]}]}]}},
  "tasks": [{"name": "Plato", "call": "dine", "arguments": {"left": "fork 1", "right": "fork 2"}},
            {"name": "Socrates", "call": "dine", "arguments": {"left": "fork 2", "right": "fork 3"}},
            {"name": "Hypatia", "call": "dine", "arguments": {"left": "fork 3", "right": "fork 4"}},
            {"name": "Diotima", "call": "dine", "arguments": {"left": "fork 4", "right": "fork 5"}},
            {"name": "Epicurus", "call": "dine", "arguments": {"left": "fork 5", "right": "fork 1"}}]})";

constexpr std::string_view kBelts = R"({"interleave": 1, "title": "Belts", "mode": "threads", "queues": {"belt": 2},
  "semaphores": {"slots": 2}, "tasks": [
  {"name": "maker", "steps": [{"repeat": 20, "index": "i", "steps": [{"sleep": 0.1}, {"put": "belt", "value": "i"}]}]},
  {"name": "user", "steps": [{"repeat": 20, "index": "i", "steps": [{"get": "belt", "into": "x"}, {"sleep": 0.15}]}]},
  {"name": "a.zip", "steps": [{"lock": "slots", "steps": [{"sleep": 1}]}]},
  {"name": "b.zip", "steps": [{"lock": "slots", "steps": [{"sleep": 2}]}]},
  {"name": "c.zip", "steps": [{"lock": "slots", "steps": [{"sleep": 1}]}]}]})";

Shape put_shared(Headless& window, Shape shape, bool presented) {
  window.resize(shape.width, shape.height);
  window.state.presenting = presented;
  window.state.text_scale = shape.scale;
  window.state.most_text_scale = static_cast<int>(most_scale(shape.width, shape.height));
  shape.scale = static_cast<int>(shown_scale(window.state, shape.width, shape.height));
  window.use_scale(shape.scale);
  return shape;
}

void check_shared(const Headless& window, Shape shape, const std::string& what) {
  const Drawn& drawn = window.drawn();
  for (const Broken& broken :
       {cut_or_small_texts(drawn, shape, Cuts::any), overlapping_controls(drawn, shape), overlapping_panels(drawn),
        overlapping_texts(drawn), misplaced(drawn), bars_apart_from_spans(window.state, drawn)}) {
    for (const std::string& rule : broken) {
      FAIL_CHECK(fmt::format("{}, {:g}x{:g} at {} %: {}", what, shape.width, shape.height, shape.scale, rule));
    }
  }
}

}  // namespace

TEST_CASE("lanes, marks and rings of what tasks share stand over nothing else, at any size, view and moment") {
  for (const std::string_view text : {kTransfers, kForks, kBelts}) {
    Headless window(from_text(text));
    update(window.state, command::Run{});
    update(window.state, command::GoToEnd{});
    for (const Mode mode : {Mode::threads, Mode::coroutine, Mode::pool, Mode::processes}) {
      if (refusal_of(window.state, mode)) continue;
      update(window.state, command::SetMode{mode});
      update(window.state, command::Run{});
      update(window.state, command::GoToEnd{});
      const double end = seconds(window.state.run.record->horizon() - Time{});
      for (const Shape shape : kShapes) {
        for (const bool presented : {false, true}) {
          const Shape shown = put_shared(window, shape, presented);
          for (const View view : {View::by_task, View::by_worker}) {
            update(window.state, command::SetView{view});
            for (const double share : {0.0, 0.4, 1.0}) {
              update(window.state, command::MovePlayhead{moment_at(share * end)});
              window.frame();
              window.frame();
              check_shared(window, shown,
                           fmt::format("{} {}{}, {} %", window.state.scenario().title, name(mode),
                                       presented ? ", presented" : "", share * 100));
            }
          }
        }
      }
    }
  }
}

}  // namespace interleave::gui
