#include <doctest/doctest.h>

#include "app/gui/model/update/typed_file.h"
#include "app/gui/model/update/update.h"
#include "core/scenario/writer.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

// The coffee shop with its file open and the cursor in it.
struct OpenFileText : Headless {
  OpenFileText() : Headless(only("coffee-shop")) {
    click("tab-file"_act);
    update(state, command::FocusFileText{});
    frame();
  }
  const std::string& text() const { return state.panel.file->text.text(); }
  void put_cursor_behind(std::string_view part) {
    update(state, command::PlaceCursor{text().find(part) + part.size()});
    frame();
  }
  void typed(std::u32string_view what) {
    type(what);
    pass(0);
    frame();
  }
  double predicted() const { return seconds(state.run.prediction->horizon()); }
};

}  // namespace

TEST_CASE("the file's text is what would be saved, and what is typed changes the scenario as soon as it can be read") {
  OpenFileText window;
  CHECK(window.text() == to_json(window.state.scenario()));
  CHECK(window.shows("\"title\": \"Coffee shop\""));
  window.put_cursor_behind("\"food\", \"seconds\": 5");
  window.press_key({Key::backspace});
  window.typed(U"7");
  CHECK(window.predicted() == 11);
  CHECK(window.state.document().is_dirty());
  CHECK(window.state.document().text() == window.text());
}

TEST_CASE("what cannot be read is told below its line, and the last good scenario stays") {
  OpenFileText window;
  window.put_cursor_behind("\"title\"");
  window.typed(U"x");
  CHECK_FALSE(window.state.panel.file->errors.empty());
  CHECK(window.shows("^"));
  CHECK(window.state.scenario() == *only("coffee-shop").front().scenario);
  // It is not lost by going elsewhere.
  window.click("tab-tasks"_act);
  CHECK(window.state.panel.tab == PanelTab::file);
  CHECK(window.shows("before you go on"));
  // Undoing the text mends it.
  update(window.state, command::FocusFileText{});
  window.press_key({Key::none, U'z', true});
  window.pass(0);
  CHECK(window.state.panel.file->errors.empty());
  window.click("tab-tasks"_act);
  CHECK(window.state.panel.tab == PanelTab::tasks);
}

TEST_CASE("undo outside of text that cannot be read gives the text up and nothing else") {
  OpenFileText window;
  window.put_cursor_behind("\"food\", \"seconds\": ");
  window.typed(U"1");
  window.typed(U"x");
  CHECK(window.predicted() == 19);
  update(window.state, command::Undo{});
  CHECK(window.state.panel.file->errors.empty());
  CHECK(window.predicted() == 19);
  update(window.state, command::Undo{});
  CHECK(window.predicted() == 9);
  CHECK(window.text() == to_json(window.state.scenario()));
}

TEST_CASE("what is typed in one go is undone together; a comment is kept though it says nothing") {
  OpenFileText window;
  window.put_cursor_behind("{\n");
  window.typed(U"// for Monday");
  window.press_key({Key::enter});
  window.pass(0);
  CHECK(window.state.document().text().find("// for Monday") != std::string::npos);
  window.put_cursor_behind("\"food\", \"seconds\": ");
  window.typed(U"1");
  CHECK(window.predicted() == 19);
  update(window.state, command::Undo{});
  CHECK(window.state.document().undoable() == nullptr);
  CHECK_FALSE(window.state.document().is_dirty());
}

TEST_CASE("what is taken back within the text, or typed back, is no change any more") {
  OpenFileText window;
  window.put_cursor_behind("\"food\", \"seconds\": ");
  window.typed(U"1");
  CHECK(window.state.document().is_dirty());
  window.press_key({Key::none, U'z', true});
  window.pass(0);
  CHECK_FALSE(window.state.document().is_dirty());
  window.typed(U"1");
  window.press_key({Key::escape});
  update(window.state, command::FocusFileText{});
  window.press_key({Key::backspace});
  window.pass(0);
  CHECK_FALSE(window.state.document().is_dirty());
}

TEST_CASE("the text follows what is changed elsewhere") {
  OpenFileText window;
  update(window.state, command::SetCell{{CellKind::value, 1, "seconds"}, "6"});
  CHECK(window.text() == to_json(window.state.scenario()));
  CHECK(window.text().find("\"food\", \"seconds\": 6") != std::string::npos);
}

TEST_CASE("Esc leaves the text, so that keys act again") {
  OpenFileText window;
  window.typed(U" ");
  CHECK(window.state.settings.mode == Mode::sequential);
  window.press_key({Key::escape});
  window.press_key({Key::none, U'2'});
  CHECK(window.state.settings.mode == Mode::coroutine);
}

TEST_CASE("the mouse puts the cursor into a line, and the wheel scrolls a long text") {
  OpenFileText window;
  window.resize(1280, 560);
  for (const DrawnText& drawn : window.drawn().texts) {
    if (drawn.text.find("\"title\"") == std::string::npos) continue;
    window.click({drawn.box.right - 2, drawn.box.center().y});
    break;
  }
  window.type(U"\n");
  CHECK(window.text()[window.state.panel.file->text.cursor() - 1] == ',');
  CHECK(window.shows("\"interleave\": 1"));
  window.wheel(window.drawn().panels.front().center(), -20);
  CHECK_FALSE(window.shows("\"interleave\": 1"));
  CHECK(window.shows("\"cake\""));
}

}  // namespace interleave::gui
