#include "app/gui/model/edit/text_edit.h"

#include <doctest/doctest.h>

#include "core/base/utf8.h"
#include "tests/gui/late_answers.h"
#include "tests/support/property.h"

namespace interleave::gui {

namespace {

using Lines = TextEdit::Lines;

// A text with somebody at the keyboard.
struct Typist {
  explicit Typist(std::string text, Lines lines = Lines::one) : edit(std::move(text), lines) {}

  TextEdit edit;
  Clipboard clipboard = own_clipboard();

  Typist& type(std::u32string_view text) {
    for (const char32_t c : text) edit.press({TextKey::character, c}, clipboard);
    return *this;
  }
  Typist& press(TextKey key, Reach reach = Reach::near, Extent extent = Extent::move) {
    edit.press({key, 0, reach, extent}, clipboard);
    return *this;
  }
  // The text with the cursor as | and a selection in [ ].
  std::string shown() const {
    std::string text = edit.text();
    const TextRange range = edit.selection();
    if (range.empty()) return text.insert(edit.cursor(), "|");
    return text.insert(range.end, "]").insert(range.begin, "[");
  }
};

}  // namespace

TEST_CASE("what is typed stands at the cursor, and replaces what is selected") {
  CHECK(Typist("food").type(U"s").shown() == "foods|");
  CHECK(Typist("food").press(TextKey::home).type(U"→ ").shown() == "→ |food");
  CHECK(Typist("food").press(TextKey::select_all).type(U"é").shown() == "é|");
}

TEST_CASE("the cursor goes over whole characters and words, with Shift selecting") {
  CHECK(Typist("aé→").press(TextKey::left).shown() == "aé|→");
  CHECK(Typist("aé→").press(TextKey::left).press(TextKey::left).press(TextKey::backspace).shown() == "|é→");
  CHECK(Typist("one two_2").press(TextKey::left, Reach::far).shown() == "one |two_2");
  CHECK(Typist("one two").press(TextKey::left, Reach::far, Extent::extend).shown() == "one [two]");
  CHECK(Typist("one two").press(TextKey::home, Reach::near, Extent::extend).shown() == "[one two]");
  CHECK(Typist("one").press(TextKey::select_all).press(TextKey::left).shown() == "|one");
  CHECK(Typist("one").press(TextKey::select_all).press(TextKey::right).shown() == "one|");
}

TEST_CASE("Backspace and Delete take a character, with Ctrl a word, or the selection") {
  CHECK(Typist("one two").press(TextKey::backspace, Reach::far).shown() == "one |");
  CHECK(Typist("one two").press(TextKey::home).press(TextKey::remove, Reach::far).shown() == "| two");
  CHECK(Typist("one").press(TextKey::home).press(TextKey::remove).shown() == "|ne");
  CHECK(Typist("one").press(TextKey::select_all).press(TextKey::remove).shown() == "|");
  CHECK(Typist("").press(TextKey::backspace).press(TextKey::remove).shown() == "|");
}

TEST_CASE("cut and paste go through the clipboard, and a line takes no line breaks") {
  Typist typist("one two");
  typist.press(TextKey::left, Reach::far, Extent::extend).press(TextKey::cut);
  CHECK(typist.shown() == "one |");
  CHECK(copied(typist.clipboard) == "two");
  typist.press(TextKey::home).press(TextKey::paste);
  CHECK(typist.shown() == "two|one ");
  typist.clipboard.write("a\nb\x01\xff");
  typist.press(TextKey::select_all).press(TextKey::paste);
  CHECK(typist.shown() == "a b\uFFFD|");
  typist.press(TextKey::copy);
  CHECK(copied(typist.clipboard) == "a\nb\x01\xff");  // nothing was selected
}

TEST_CASE("undo takes back what was typed in one go, redo gives it again") {
  Typist typist("food");
  typist.type(U" and").press(TextKey::home).type(U"more ");
  CHECK(typist.press(TextKey::undo).shown() == "|food and");
  CHECK(typist.press(TextKey::undo).shown() == "food|");
  CHECK(typist.press(TextKey::undo).shown() == "food|");
  CHECK(typist.press(TextKey::redo).press(TextKey::redo).shown() == "more |food and");
  typist.press(TextKey::undo).type(U"x");
  CHECK(typist.press(TextKey::redo).shown() == "x|food and");
}

TEST_CASE("lines: up and down keep the column, Enter keeps the indent, Home and End mean the line") {
  const std::string text = "{\n  \"title\": 1,\n  é\n}";
  Typist typist(text, Lines::many);
  typist.press(TextKey::down).press(TextKey::end);
  CHECK(typist.shown() == "{\n  \"title\": 1,|\n  é\n}");
  CHECK(typist.press(TextKey::down).shown() == "{\n  \"title\": 1,\n  é|\n}");
  CHECK(typist.press(TextKey::up).shown() == "{\n  \"title\": 1,|\n  é\n}");
  CHECK(typist.press(TextKey::enter).shown() == "{\n  \"title\": 1,\n  |\n  é\n}");
  CHECK(typist.press(TextKey::tab).shown() == "{\n  \"title\": 1,\n    |\n  é\n}");
  CHECK(typist.press(TextKey::end, Reach::far).press(TextKey::page_up).shown() == "|{\n  \"title\": 1,\n    \n  é\n}");
}

TEST_CASE("Esc, and Enter and Tab in one line, are left to whoever shows the text") {
  TextEdit line("x");
  const Clipboard none;
  CHECK_FALSE(line.press({TextKey::escape}, none));
  CHECK_FALSE(line.press({TextKey::enter}, none));
  CHECK_FALSE(line.press({TextKey::tab}, none));
  CHECK_FALSE(line.press({TextKey::up}, none));
  CHECK(line.press({TextKey::paste}, none));
  CHECK(line.text() == "x");
}

TEST_CASE("the mouse places the cursor between characters and selects words") {
  TextEdit edit("wörd, x");
  edit.place(2, Extent::move);  // within the ö
  CHECK(edit.cursor() == 1);
  edit.place(99, Extent::extend);
  CHECK(edit.selection() == TextRange{1, 8});
  edit.select_word(3);
  CHECK(edit.selection() == TextRange{0, 5});
}

TEST_CASE("whatever is pressed, the text stays UTF-8, the cursor between characters, and undo goes all the way back") {
  CHECK(testing::holds(300, [] {
    const auto lines = *rc::gen::element(Lines::one, Lines::many);
    const std::string before = lines == Lines::one ? "aé 12→" : "a\n\n  é→b\n";
    Typist typist(before, lines);
    typist.clipboard.write("p→\n");
    const int presses = *rc::gen::inRange(0, 40);
    for (int i = 0; i < presses; ++i) {
      const auto key = static_cast<TextKey>(*rc::gen::inRange(0, 20));
      const char32_t character = *rc::gen::element<char32_t>(U'x', U' ', U'é', U'→', U'😀');
      const auto reach = *rc::gen::element(Reach::near, Reach::far);
      const auto extent = *rc::gen::element(Extent::move, Extent::extend);
      typist.edit.press({key, character, reach, extent}, typist.clipboard);
      const std::string& text = typist.edit.text();
      RC_ASSERT(first_invalid_utf8(text) == std::string::npos);
      RC_ASSERT(typist.edit.cursor() <= text.size());
      RC_ASSERT(first_invalid_utf8(text.substr(0, typist.edit.cursor())) == std::string::npos);
      RC_ASSERT(first_invalid_utf8(text.substr(0, typist.edit.selection().begin)) == std::string::npos);
    }
    for (int i = 0; i < presses; ++i) typist.press(TextKey::redo);
    const std::string last = typist.edit.text();
    for (int i = 0; i <= presses; ++i) typist.press(TextKey::undo);
    RC_ASSERT(typist.edit.text() == before);
    for (int i = 0; i <= presses; ++i) typist.press(TextKey::redo);
    RC_ASSERT(typist.edit.text() == last);
  }));
}

}  // namespace interleave::gui
