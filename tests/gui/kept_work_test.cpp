#include "app/gui/model/files/kept_work.h"

#include <doctest/doctest.h>

#include "app/gui/model/update/keep_work.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

bool holds_text(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("unsaved work is kept within a second of its change, and forgotten when it is saved or given up") {
  Desk desk;
  CHECK_FALSE(keep_unsaved(desk.state, 10));
  desk.open(kShop);
  desk.edit("6");
  const std::string place = desk.files->keeping_place(desk.state.chosen);
  CHECK(keep_unsaved(desk.state, 0.4).value() == doctest::Approx(0.6));
  CHECK_FALSE(desk.files->stamp(place).exists);
  keep_unsaved(desk.state, 0.7);
  CHECK(holds_text(desk.files->files[place].text, "\"seconds\": 6"));
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
  desk.click("answer-first"_act);
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
  desk.click("answer-first"_act);
  CHECK(desk.state.closed);
  CHECK(holds_text(desk.files->files[kShop].text, "\"seconds\": 6"));
}

TEST_CASE("closing without saving closes") {
  Desk desk;
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click("answer-second"_act);
  CHECK(desk.state.closed);
  CHECK(holds_text(desk.files->files[kShop].text, "// for Monday"));
}

TEST_CASE("with several unsaved scenarios each is asked about, and Cancel keeps the window open") {
  Desk desk;
  update(desk.state, command::AddTask{});
  update(desk.state, command::LeaveText{});
  desk.open(kShop);
  desk.edit("6");
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click("answer-second"_act);
  CHECK_FALSE(desk.state.closed);
  CHECK(desk.shows("“Two downloads” has changes that are not saved."));
  desk.click("answer-third"_act);
  CHECK_FALSE(desk.state.closed);
  CHECK_FALSE(desk.state.notice);
  update(desk.state, command::RequestClose{});
  desk.frame();
  desk.click("answer-second"_act);
  CHECK_FALSE(desk.state.closed);
  desk.click("answer-second"_act);
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
  after.click("answer-first"_act);
  REQUIRE(after.state.panel.file);
  CHECK(after.state.panel.file->text.text().starts_with("{{// for Monday"));
  CHECK_FALSE(after.state.panel.file->errors.empty());
  CHECK(after.title() == "Coffee shop");
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
  desk.click("answer-first"_act);
  desk.control(U's');
  CHECK(desk.files->files[kShop].text == "theirs");
  CHECK(desk.state.notice);
}

}  // namespace interleave::gui
