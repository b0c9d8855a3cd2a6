// The window over a system that answers later: a clipboard that asks the user first, files that come from elsewhere.
#include "tests/gui/late_answers.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/typing.h"
#include "app/gui/model/update/cell_typing.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

const Cell kSecondName{CellKind::name, 1};

struct LateDesk : Desk {
  std::shared_ptr<LateAnswers> late = std::make_shared<LateAnswers>();

  LateDesk() {
    state.clipboard = late_clipboard(own_clipboard(), late);
    files->late = late;
  }
  void paste() { update(state, command::PressInText{{TextKey::paste}}); }
  void answer() {
    late->give();
    pass(0);
  }
  std::string typed() const { return active_text(state)->text(); }
};

}  // namespace

TEST_CASE("what the clipboard gives later goes into the text it was asked for, between what is typed meanwhile") {
  LateDesk desk;
  desk.state.clipboard.write("pasted");
  update(desk.state, command::EditCell{kSecondName});
  desk.type(U"a");
  desk.paste();
  desk.pass(0);
  CHECK(desk.typed() == "a");
  desk.type(U"b");
  desk.answer();
  CHECK(desk.typed() == "abpasted");
  desk.type(U"c");
  CHECK(desk.typed() == "abpastedc");
  CHECK(desk.late->waiting() == 0);
}

TEST_CASE("what was pasted twice comes twice, and one undo takes one of them back") {
  LateDesk desk;
  desk.state.clipboard.write("x");
  update(desk.state, command::EditCell{kSecondName});
  desk.type(U"a");
  desk.paste();
  desk.paste();
  desk.answer();
  desk.answer();
  CHECK(desk.typed() == "axx");
  update(desk.state, command::PressInText{{TextKey::undo}});
  CHECK(desk.typed() == "ax");
}

TEST_CASE("an answer of the clipboard goes into no other text than the one it was asked for") {
  LateDesk desk;
  desk.state.clipboard.write("pasted");
  update(desk.state, command::EditCell{kSecondName});
  desk.type(U"a");
  desk.paste();
  update(desk.state, command::EditCell{Cell{CellKind::name, 0}});
  const std::string before = desk.typed();
  desk.answer();
  CHECK(desk.typed() == before);
  CHECK(desk.state.scenario().tasks[1].name == "a");
}

TEST_CASE("a pasted text searches like a typed one, also when it comes later") {
  LateDesk desk;
  desk.state.clipboard.write("music");
  update(desk.state, command::OpenSearch{});
  desk.paste();
  CHECK(desk.state.search.matches.empty());
  desk.answer();
  CHECK(desk.state.search.field.text() == "music");
  CHECK_FALSE(desk.state.search.matches.empty());
}

TEST_CASE("a file that comes later is shown when it is there, and the window is used until then") {
  LateDesk desk;
  const std::string before = desk.title();
  desk.open(kShop);
  CHECK(desk.title() == before);
  update(desk.state, command::SetMode{Mode::pool});
  update(desk.state, command::Run{});
  desk.pass(1);
  CHECK(desk.state.run.started);
  update(desk.state, command::SetCell{kSecondName, "renamed"});
  desk.answer();
  CHECK(desk.title() == "Coffee shop");
  CHECK(desk.state.openings.empty());
  // What was edited meanwhile is still there.
  REQUIRE(desk.state.scenarios.size() == 2);
  CHECK(desk.state.scenarios[1 - desk.state.chosen].scenario->tasks[1].name == "renamed");
}

TEST_CASE("files that come later come in their order, and one that is refused says so in the dialog") {
  LateDesk desk;
  desk.open(kShop);
  desk.open("/home/none.json");
  desk.answer();
  CHECK(desk.title() == "Coffee shop");
  CHECK_FALSE(desk.state.dialog);
  desk.answer();
  CHECK(desk.title() == "Coffee shop");
  REQUIRE(desk.state.dialog);
  CHECK_FALSE(desk.state.dialog->error.empty());
}

TEST_CASE("a text that cannot be left is not lost to a file that comes meanwhile: the file waits") {
  LateDesk desk;
  desk.open(kShop);
  update(desk.state, command::ShowTab{PanelTab::file});
  update(desk.state, command::FocusFileText{});
  desk.type(U"?");
  desk.pass(1);
  const std::string unread = desk.typed();
  desk.answer();
  CHECK(desk.title() != "Coffee shop");
  CHECK(desk.typed() == unread);
  update(desk.state, command::PressInText{{TextKey::undo}});
  desk.pass(1);
  CHECK(desk.title() == "Coffee shop");
}

}  // namespace interleave::gui
