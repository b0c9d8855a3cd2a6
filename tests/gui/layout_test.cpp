#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/update/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/desk.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

namespace {

// As long as the program made them.
std::vector<std::string> printed_lines(const Headless& window) {
  std::vector<std::string> lines;
  for (const OutputLine& line : window.state.run.record->output()) lines.push_back(line.text);
  return lines;
}

void check(const Broken& broken) {
  for (const std::string& what : broken) FAIL_CHECK(what);
}

}  // namespace

TEST_CASE("nothing is cut off, too small or overlaps at any size, in any mode of any built-in scenario") {
  for (const Shape shape : kShapes) {
    for (const BuiltIn& built_in : built_in_scenarios()) {
      Headless window(only(built_in.name));
      window.resize(shape.width, shape.height);
      window.use_scale(shape.scale);
      for (Mode mode : kModes) {
        update(window.state, command::SetMode{mode});
        update(window.state, command::Run{});
        for (double share : {0.0, 0.4, 1.0}) {
          const double end = seconds(window.state.run.record->horizon());
          update(window.state, command::MovePlayhead{moment_at(end * share)});
          window.state.viewport.settle();
          for (int picture = 0; picture < 4; ++picture) {
            update(window.state, command::SetView{picture % 2 == 0 ? View::by_task : View::by_worker});
            update(window.state, command::SetComparing{picture < 2 ? Comparing::no : Comparing::yes});
            window.frame();
            CAPTURE(built_in.name);
            CAPTURE(shape.width);
            CAPTURE(shape.scale);
            CAPTURE(name(mode));
            CAPTURE(share);
            CAPTURE(picture);
            check(cut_or_small_texts(window.drawn(), shape, Cuts::none, printed_lines(window)));
            check(overlapping_controls(window.drawn(), shape));
            check(overlapping_panels(window.drawn()));
          }
        }
      }
    }
  }
}

TEST_CASE("the help is whole at any size, with nothing of it cut or over something else") {
  for (const Shape shape : kShapes) {
    Headless window(only("coffee-shop"));
    window.resize(shape.width, shape.height);
    window.use_scale(shape.scale);
    window.frame();
    const std::size_t below = window.drawn().texts.size();
    window.press_key({Key::none, U'?', false, true});
    window.frame();
    CAPTURE(shape.width);
    CAPTURE(shape.scale);
    check(cut_or_small_texts(window.drawn(), shape));
    const auto& texts = window.drawn().texts;
    REQUIRE(texts.size() > below + 2 * help_lines().size());
    check(overlapping_texts(window.drawn().texts, below));
  }
}

TEST_CASE("search, marks, a stretch and the last run's notice together leave nothing cut or over something else") {
  for (const Shape shape : kShapes) {
    for (Mode mode : kModes) {
      Headless window(only("coffee-shop"));
      window.resize(shape.width, shape.height);
      window.use_scale(shape.scale);
      update(window.state, command::SetMode{mode});
      update(window.state, command::Run{});
      update(window.state, command::MovePlayhead{moment_at(2.5)});
      update(window.state, command::SelectRange{moment_at(1), moment_at(3)});
      update(window.state, command::EditMark{moment_at(1)});
      window.type("coffee is ready");
      update(window.state, command::EndTyping{});
      window.type("/sleep");
      update(window.state, command::SetMode{mode == Mode::pool ? Mode::sequential : Mode::pool});
      window.state.viewport.settle();
      window.frame();
      CAPTURE(shape.width);
      CAPTURE(shape.scale);
      CAPTURE(name(mode));
      check(cut_or_small_texts(window.drawn(), shape));
      check(overlapping_controls(window.drawn(), shape));
      check(overlapping_texts(window.drawn().texts));
    }
  }
}

TEST_CASE("texts of one panel do not overlap each other") {
  for (Mode mode : kModes) {
    Headless window(only("coffee-shop"));
    update(window.state, command::SetMode{mode});
    update(window.state, command::Run{});
    update(window.state, command::MovePlayhead{moment_at(2.5)});
    window.state.viewport.settle();
    window.frame();
    check(overlapping_texts(window.drawn().texts));
  }
}

TEST_CASE("the dialog is whole, with files and with what is wrong with one, at any size") {
  for (const Shape shape : kShapes) {
    for (const char* path : {"", kBad}) {
      Desk desk;
      desk.resize(shape.width, shape.height);
      desk.use_scale(shape.scale);
      desk.open(kShop);
      desk.edit("6");
      path[0] == 0 ? desk.control(U'o') : desk.open(path);
      desk.frame();
      CAPTURE(shape.width);
      CAPTURE(shape.scale);
      CAPTURE(path);
      check(cut_or_small_texts(desk.drawn(), shape));
      const auto& texts = desk.drawn().texts;
      const auto title = std::find_if(texts.begin(), texts.end(),
                                      [](const DrawnText& text) { return text.text.starts_with("Open a scenario"); });
      REQUIRE(title != texts.end());
      check(overlapping_texts(texts, static_cast<std::size_t>(title - texts.begin())));
    }
  }
}

TEST_CASE("the text of the file, what is wrong with it, and a question above all are whole at any size") {
  for (const Shape shape : kShapes) {
    Desk desk;
    desk.resize(shape.width, shape.height);
    desk.use_scale(shape.scale);
    desk.open(kShop);
    update(desk.state, command::FocusFileText{});
    desk.press(Key::down);
    desk.press(Key::down);
    desk.type(U"x");
    desk.pass(0);
    update(desk.state, command::RequestClose{});
    desk.frame();
    CAPTURE(shape.width);
    CAPTURE(shape.scale);
    REQUIRE_FALSE(desk.state.panel.file->errors.empty());
    check(cut_or_small_texts(desk.drawn(), shape));
    check(overlapping_controls(desk.drawn(), shape));
    check(overlapping_panels(desk.drawn()));
    check(overlapping_texts(desk.drawn().texts));
  }
}

TEST_CASE("panels that somebody made as high or low as they go leave nothing over something else") {
  for (const Shape shape : kShapes) {
    for (Mode mode : kModes) {
      for (const float share : {0.1F, 0.7F}) {
        for (const Comparing comparing : {Comparing::no, Comparing::yes}) {
          Headless window(only("coffee-shop"));
          window.resize(shape.width, shape.height);
          window.use_scale(shape.scale);
          update(window.state, command::SetMode{mode});
          update(window.state, command::Run{});
          update(window.state, command::MovePlayhead{moment_at(2.5)});
          update(window.state, command::SetComparing{comparing});
          update(window.state, command::ResizePanels{PanelGroup::bottom, share});
          window.state.viewport.settle();
          window.frame();
          CAPTURE(shape.width);
          CAPTURE(shape.scale);
          CAPTURE(name(mode));
          CAPTURE(share);
          CAPTURE(static_cast<int>(comparing));
          check(overlapping_texts(window.drawn()));
          check(overlapping_controls(window.drawn(), shape));
          check(overlapping_panels(window.drawn()));
        }
      }
    }
  }
}

TEST_CASE("beside the text of the file nothing is cut off at any size, with a stretch selected in a run") {
  for (const Shape shape : kShapes) {
    for (Mode mode : kModes) {
      Headless window(only("coffee-shop"));
      window.resize(shape.width, shape.height);
      window.use_scale(shape.scale);
      update(window.state, command::SetMode{mode});
      update(window.state, command::Run{});
      update(window.state, command::GoToEnd{});
      update(window.state, command::SelectRange{moment_at(1), moment_at(3)});
      update(window.state, command::FocusFileText{});
      window.state.viewport.settle();
      window.frame();
      window.frame();
      CAPTURE(shape.width);
      CAPTURE(shape.scale);
      CAPTURE(name(mode));
      check(cut_or_small_texts(window.drawn(), shape));
      check(overlapping_texts(window.drawn()));
    }
  }
}

TEST_CASE("the menu of the scenarios is whole at any size") {
  for (const Shape shape : kShapes) {
    std::vector<ScenarioEntry> entries;
    for (const BuiltIn& built_in : built_in_scenarios()) entries.push_back(only(built_in.name).front());
    Headless window(std::move(entries));
    window.resize(shape.width, shape.height);
    window.use_scale(shape.scale);
    window.frame();
    window.click("scenario"_act);
    CAPTURE(shape.width);
    CAPTURE(shape.scale);
    REQUIRE(window.shows("Save as"));
    check(cut_or_small_texts(window.drawn(), shape));
    check(overlapping_texts(window.drawn()));
  }
}

TEST_CASE("the length of a stretch stays within the window beside a playhead at its right edge") {
  Headless window(only("coffee-shop"));
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(8.9)});
  update(window.state, command::ShowRange{{8, 8.95}});
  update(window.state, command::SelectRange{moment_at(8.94), moment_at(8.95)});
  window.frame();
  check(cut_or_small_texts(window.drawn(), kShapes[0]));
}

TEST_CASE("a field that is typed into stands over what is beside it: a cell, and the name of a mark") {
  Headless window(only("coffee-shop"));
  window.double_click(window.cell(Cell{CellKind::name, 1}));
  window.type(U"a long name of a task");
  window.frame();
  check(overlapping_texts(window.drawn()));
  window.press_key({Key::escape});
  update(window.state, command::EditMark{moment_at(1.1)});
  window.type(U"first");
  update(window.state, command::EndTyping{});
  update(window.state, command::EditMark{moment_at(1)});
  window.frame();
  window.frame();
  REQUIRE(window.shows("name this moment"));
  check(overlapping_texts(window.drawn()));
}

TEST_CASE("why something cannot be typed stands within the panel, however low that is") {
  Headless window(only("coffee-shop"));
  update(window.state, command::ResizePanels{PanelGroup::code, 0.78F});
  window.frame();
  window.double_click(window.cell(Cell{CellKind::value, 0, "seconds"}));
  window.type(U"many");
  window.press_key({Key::enter});
  window.frame();
  REQUIRE(window.state.panel.editing);
  const std::string error = window.state.panel.editing->error;
  REQUIRE(window.shows(error.substr(0, error.find(' '))));
  check(overlapping_texts(window.drawn()));
}

}  // namespace interleave::gui
