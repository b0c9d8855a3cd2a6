#include <doctest/doctest.h>

#include "app/gui/model/kept_work.h"
#include "app/gui/model/recent_files.h"
#include "app/gui/model/update.h"
#include "core/scenario/built_in.h"
#include "core/scenario/writer.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

const Cell kFoodSeconds{CellKind::value, 1, "seconds"};
constexpr const char* kShop = "/home/lessons/shop.json";
constexpr const char* kBad = "/home/lessons/bad.json";

std::string shop_text() { return std::string(find_built_in("coffee-shop")->text); }

// A window with a lesson's folder beside it.
struct Desk : Headless {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();

  Desk() : Headless(only("downloads")) {
    state.files = files;
    files->put(kShop, "// for Monday\n" + shop_text());
    files->put(kBad, "{\"interleave\": 1, \"title\": \"Bad\",\n  \"taks\": []}\n");
    files->put("/home/lessons/notes.txt", "x");
    files->put("/home/other.interleave", shop_text());
  }
  void press(Key key) { press_key({key}); }
  void control(char32_t character, bool shift = false) { press_key({Key::none, character, true, shift}); }
  void open(const std::string& path) {
    update(state, command::OpenFile{path});
    frame();
    frame();
  }
  std::string title() const { return state.scenario().title; }
  void edit(std::string_view text) {
    update(state, command::SetCell{kFoodSeconds, std::string(text)});
    frame();
  }
};

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
  desk.click(Control::dialog_accept);
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
  desk.click(Control::notice_first);
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
  desk.click(Control::notice_second);
  desk.control(U's');
  CHECK(contains(desk.files->files[kShop].text, "\"seconds\": 6"));
}

TEST_CASE("unsaved work is kept within a second of its change, and forgotten when it is saved or given up") {
  Desk desk;
  CHECK_FALSE(keep_unsaved(desk.state, 10));
  desk.open(kShop);
  desk.edit("6");
  const std::string place = desk.files->keeping_place(desk.state.chosen);
  CHECK(keep_unsaved(desk.state, 0.4).value() == doctest::Approx(0.6));
  CHECK_FALSE(desk.files->stamp(place).exists);
  keep_unsaved(desk.state, 0.7);
  CHECK(contains(desk.files->files[place].text, "\"seconds\": 6"));
  CHECK_FALSE(keep_unsaved(desk.state, 10));
  desk.control(U's');
  CHECK_FALSE(desk.files->stamp(place).exists);
  desk.edit("7");
  keep_unsaved(desk.state, 2);
  CHECK(desk.files->stamp(place).exists);
  forget_kept(desk.state);
  CHECK_FALSE(desk.files->stamp(place).exists);
}

TEST_CASE("what a crash left behind is offered, and restored as unsaved work on its file") {
  Desk before;
  before.open(kShop);
  before.edit("6");
  keep_unsaved(before.state, 2);
  const std::string place = before.files->keeping_place(before.state.chosen);

  Desk desk;
  desk.files->files = before.files->files;
  desk.files->crashed = {place};
  offer_left_behind(desk.state);
  desk.frame();
  CHECK(desk.shows("Unsaved changes of shop.json from 2024-05-01 12:30 were kept."));
  desk.click(Control::notice_first);
  CHECK(shown_text(desk.state.scenario(), kFoodSeconds) == "6");
  CHECK(desk.state.document().is_dirty());
  CHECK(desk.state.document().path() == kShop);
  CHECK_FALSE(desk.state.notice);
  // It is unsaved as before: a second crash would not lose it either.
  keep_unsaved(desk.state, 2);
  CHECK(desk.files->stamp(desk.files->keeping_place(desk.state.chosen)).exists);
}

TEST_CASE("closing asks where something is unsaved, and only there") {
  Desk desk;
  update(desk.state, command::RequestClose{});
  CHECK(desk.state.closed);
  desk.state.closed = false;
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::ChooseScenario{0});
  update(desk.state, command::RequestClose{});
  CHECK_FALSE(desk.state.closed);
  desk.frame();
  CHECK(desk.shows("“Coffee shop” has changes that are not saved."));
  desk.press(Key::escape);
  CHECK_FALSE(desk.state.notice);
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click(Control::notice_first);
  CHECK(desk.state.closed);
  CHECK(contains(desk.files->files[kShop].text, "\"seconds\": 6"));
}

TEST_CASE("closing without saving closes") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click(Control::notice_second);
  CHECK(desk.state.closed);
  CHECK(contains(desk.files->files[kShop].text, "// for Monday"));
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

TEST_CASE("with several unsaved scenarios each is asked about, and Cancel keeps the window open") {
  Desk desk;
  update(desk.state, command::AddTask{});
  update(desk.state, command::LeaveText{});
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click(Control::notice_second);
  CHECK_FALSE(desk.state.closed);
  CHECK(desk.shows("“Two downloads” has changes that are not saved."));
  desk.click(Control::notice_third);
  CHECK_FALSE(desk.state.closed);
  CHECK_FALSE(desk.state.notice);
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click(Control::notice_second);
  CHECK_FALSE(desk.state.closed);
  desk.click(Control::notice_second);
  CHECK(desk.state.closed);
}

TEST_CASE("text of the file that cannot be read yet is asked about on closing, kept, and restored as it was typed") {
  Desk desk;
  desk.open(kShop);
  update(desk.state, command::FocusFileText{});
  desk.type(U"{{");
  desk.frame();
  update(desk.state, command::RequestClose{});
  CHECK_FALSE(desk.state.closed);
  keep_unsaved(desk.state, 2);
  const std::string place = desk.files->keeping_place(desk.state.chosen);
  REQUIRE(desk.files->stamp(place).exists);

  Desk after;
  after.files->files = desk.files->files;
  after.files->crashed = {place};
  offer_left_behind(after.state);
  after.frame();
  after.click(Control::notice_first);
  REQUIRE(after.state.panel.file);
  CHECK(after.state.panel.file->text.text().starts_with("{{// for Monday"));
  CHECK_FALSE(after.state.panel.file->errors.empty());
  CHECK(after.title() == "Coffee shop");
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

TEST_CASE("work that a crash left behind does not overwrite what was changed on its file since") {
  Desk before;
  before.open(kShop);
  before.edit("6");
  keep_unsaved(before.state, 2);
  const std::string place = before.files->keeping_place(before.state.chosen);
  Desk desk;
  desk.files->files = before.files->files;
  desk.files->put(kShop, "theirs");
  desk.files->crashed = {place};
  offer_left_behind(desk.state);
  desk.frame();
  desk.click(Control::notice_first);
  desk.control(U's');
  CHECK(desk.files->files[kShop].text == "theirs");
  CHECK(desk.state.notice);
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
  desk.click(Control::scenario);
  CHECK(desk.shows("Open a file…"));
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
