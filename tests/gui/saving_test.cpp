
#include <doctest/doctest.h>

#include "app/gui/model/update/recent_files.h"
#include "core/scenario/writer.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Ctrl+O lists folders and scenario files; arrows, Enter and typing open one") {
  Desk desk;
  desk.control(U'o');
  desk.frame();
  CHECK(desk.shows("Open a scenario"));
  CHECK(desk.shows("lessons/"));
  CHECK(desk.shows("other.interleave"));
  desk.press(Key::down);
  desk.press(Key::down);
  desk.press(Key::enter);
  desk.frame();
  CHECK(desk.state.dialog->folder == "/home/lessons");
  CHECK(desk.shows("shop.json"));
  CHECK_FALSE(desk.shows("notes.txt"));
  desk.type(U"shop.json");
  CHECK(desk.state.settings.mode == desk.state.scenario().mode);  // nothing typed acted
  desk.press(Key::enter);
  CHECK_FALSE(desk.state.dialog);
  CHECK(desk.title() == "Coffee shop");
  CHECK(desk.state.document().path() == kShop);
  CHECK_FALSE(desk.state.document().is_dirty());
  desk.control(U'o');
  desk.frame();
  CHECK(desk.shows(kShop));  // as one that was opened lately
}

TEST_CASE("by mouse: a click enters a folder and takes a file, the button opens it") {
  Desk desk;
  update(desk.state, command::OpenDialog{FilePurpose::open});
  desk.frame();
  const auto click_text = [&](std::string_view text) {
    for (const DrawnText& drawn : desk.drawn().texts) {
      if (drawn.text == text) return desk.click(drawn.box.center());
    }
    FAIL("not shown: " << text);
  };
  click_text("lessons/");
  click_text("shop.json");
  CHECK(desk.state.dialog->name.text() == "shop.json");
  desk.click("dialog-accept"_act);
  CHECK(desk.title() == "Coffee shop");
}

TEST_CASE("a bad file shows line, column, caret and the reason, and the scenario stays") {
  Desk desk;
  desk.open(kBad);
  REQUIRE(desk.state.dialog);
  CHECK(desk.shows("line 2, column 3"));
  CHECK(desk.shows("did you mean \"tasks\"?"));
  CHECK(desk.shows("\"taks\": []}"));
  CHECK(desk.shows("^"));
  CHECK(desk.title() == "Two downloads");
  desk.press(Key::escape);
  CHECK_FALSE(desk.state.dialog);
  desk.open("/home/nothing.json");
  CHECK(desk.shows("No such file or directory"));
}

TEST_CASE("save writes the file as its author wrote it until the table changes it") {
  Desk desk;
  desk.open(kShop);
  desk.control(U's');
  CHECK(contains(desk.files->files[kShop].text, "// for Monday"));
  desk.edit("6");
  CHECK(desk.state.document().is_dirty());
  CHECK(contains(desk.files->files[kShop].text, "\"food\", \"seconds\": 5"));  // not overwritten without Save
  desk.control(U's');
  CHECK(desk.shows("leaves out the comments"));
  CHECK(desk.files->files[kShop].text == to_json(desk.state.scenario()));
  CHECK_FALSE(desk.state.document().is_dirty());
}

TEST_CASE("a built-in scenario asks for a name and suggests its title; another file is overwritten only when asked") {
  Desk desk;
  desk.control(U's');
  REQUIRE(desk.state.dialog);
  CHECK(desk.state.dialog->name.text() == "two-downloads.json");
  desk.type(U"/home/lessons/shop");
  desk.press(Key::enter);
  desk.frame();
  REQUIRE(desk.state.dialog);
  CHECK(desk.shows("shop.json exists already. Overwrite it?"));
  CHECK(contains(desk.files->files[kShop].text, "Coffee shop"));
  desk.press(Key::enter);
  CHECK_FALSE(desk.state.dialog);
  CHECK(contains(desk.files->files[kShop].text, "Two downloads"));
  CHECK(desk.state.document().path() == kShop);
}

TEST_CASE("what cannot be written is said, and stays unsaved") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  desk.files->refuses = "No space left on device";
  desk.control(U's');
  desk.frame();
  CHECK(desk.shows("No space left on device"));
  CHECK(desk.state.document().is_dirty());
  desk.control(U's', true);
  desk.type(U"new");
  desk.press(Key::enter);
  desk.frame();
  REQUIRE(desk.state.dialog);
  CHECK(contains(desk.state.dialog->error, "No space left on device"));
}

TEST_CASE("what is being typed is applied before saving, and nothing is saved where it will not do") {
  Desk desk;
  desk.open(kShop);
  update(desk.state, command::EditCell{kFoodSeconds});
  desk.type(U"7");
  desk.control(U's');
  CHECK(contains(desk.files->files[kShop].text, "\"seconds\": 7"));
  update(desk.state, command::EditCell{kFoodSeconds});
  desk.type(U"x");
  const int version = desk.files->files[kShop].version;
  desk.control(U's');
  CHECK(desk.files->files[kShop].version == version);
  CHECK(desk.state.panel.editing);
}

TEST_CASE("a file that somebody else changed is offered to be read again, and reading it again can be undone") {
  Desk desk;
  desk.open(kShop);
  update(desk.state, command::CheckFile{});
  CHECK_FALSE(desk.state.notice);
  std::string other = shop_text();
  other.replace(other.find("Coffee shop"), 11, "Tea house");
  desk.files->put(kShop, other);
  update(desk.state, command::CheckFile{});
  desk.frame();
  CHECK(desk.shows("was changed outside"));
  desk.click("answer-first"_act);
  CHECK(desk.title() == "Tea house");
  CHECK_FALSE(desk.state.document().is_dirty());
  update(desk.state, command::Undo{});
  CHECK(desk.title() == "Coffee shop");
}

TEST_CASE("Save does not overwrite what somebody else changed before it was answered") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  desk.files->put(kShop, "theirs");
  desk.control(U's');
  CHECK(desk.files->files[kShop].text == "theirs");
  desk.frame();
  desk.click("answer-second"_act);
  desk.control(U's');
  CHECK(contains(desk.files->files[kShop].text, "\"seconds\": 6"));
}

TEST_CASE("a file that is open with changes is not thrown away by opening it again") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::ChooseScenario{0});
  desk.open(kShop);
  CHECK(shown_text(desk.state.scenario(), kFoodSeconds) == "6");
  CHECK(desk.state.scenarios.size() == 2);
}

TEST_CASE("a change outside is told once, and asked again before it is overwritten") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  desk.files->put(kShop, "theirs");
  update(desk.state, command::CheckFile{});
  REQUIRE(desk.state.notice);
  desk.press(Key::escape);
  update(desk.state, command::CheckFile{});
  CHECK_FALSE(desk.state.notice);
  desk.control(U's', true);
  desk.press(Key::enter);
  CHECK(desk.files->files[kShop].text == "theirs");
  CHECK(desk.state.dialog);
}

TEST_CASE("files that were opened lately come first in the dialog, also in the next window") {
  Desk desk;
  desk.open(kShop);
  Desk next;
  next.files->files = desk.files->files;
  load_recent(next.state);
  next.control(U'o');
  REQUIRE(next.state.dialog);
  CHECK(next.state.dialog->entries.front().path == kShop);
}

TEST_CASE("the scenarios' menu opens and saves files, by keyboard too") {
  Desk desk;
  desk.click("scenario"_act);
  CHECK(desk.shows("Open a file…"));
  desk.press(Key::down);  // to the lesson, to a new scenario, to a file
  desk.press(Key::down);
  desk.press(Key::down);
  desk.press(Key::enter);
  REQUIRE(desk.state.dialog);
  CHECK(desk.state.dialog->purpose == FilePurpose::open);
  CHECK(desk.state.menu == Menu::none);
}

TEST_CASE("the dialog is whole at every size") {
  for (const int scale : {100, 200}) {
    Desk desk;
    desk.use_scale(scale);
    desk.resize(1280 * static_cast<float>(scale) / 100, 720 * static_cast<float>(scale) / 100);
    desk.open(kBad);
    for (const DrawnText& text : desk.drawn().texts) {
      if (text.box.left < 300 && text.box.top < 60) continue;  // the title on the toolbar
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
    }
  }
}

}  // namespace interleave::gui
