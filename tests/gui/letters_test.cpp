#include "app/gui/views/drawing/letters.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <imgui.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "app/gui/platform/font_atlas.h"
#include "app/gui/platform/installed_fonts.h"
#include "app/gui/platform/shaping.h"
#include "app/gui/views/drawing/canvas.h"
#include "app/gui/views/drawing/code_box.h"
#include "app/gui/views/drawing/letter_kinds.h"
#include "core/base/code_point.h"

namespace interleave::gui {
namespace {

const std::vector<std::string> kNames = {"Zoë Ångström", "Анна",     "Ελένη", "王小明", "さくら",
                                         "김민준",       "محمد علي", "דוד",   "क्षितिज", "😀🚀"};

// A canvas on fonts of 100 %, with letters from elsewhere or without.
class LetterDesk {
 public:
  explicit LetterDesk(Elsewhere elsewhere) : context_(ImGui::CreateContext()) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {4000, 100};
    fonts_ = load_fonts(1);
    fonts_.letters = letters_beside(fonts_, no_textures(), elsewhere);
    ImGui::NewFrame();
  }
  ~LetterDesk() {
    ImGui::EndFrame();
    ImGui::DestroyContext(context_);
  }
  LetterDesk(const LetterDesk&) = delete;
  LetterDesk& operator=(const LetterDesk&) = delete;

  const LaidOutText& lay_out(std::string_view text, Style style = Style::body) {
    return fonts_.letters->lay_out(text, style);
  }
  const Fonts::Face& face(Style style) const { return fonts_.faces[static_cast<std::size_t>(style)]; }
  Canvas canvas() { return {*ImGui::GetBackgroundDrawList(), fonts_, drawn_}; }
  const DrawnText& drawn() const { return drawn_.texts.back(); }

  // What is drawn of the text, as numbers: glyphs by their place in the textures, boxes and own letters by theirs.
  std::string picture(std::string_view text) {
    std::string all;
    for (const TextPiece& piece : lay_out(text).pieces) {
      const GlyphImage& image = piece.image;
      all += piece.own + "|" + std::to_string(piece.x) + "|" + std::to_string(piece.code) + "|" +
             std::to_string(image.texture) + "|" + std::to_string(image.u0) + "|" + std::to_string(image.v0) + ";";
    }
    return all;
  }

 private:
  ImGuiContext* context_;
  Fonts fonts_;
  Drawn drawn_;
};

std::string box_picture(ImDrawList& list, char32_t code) {
  list._ResetForNewFrame();
  list.PushClipRectFullScreen();
  list.PushTextureID(ImGui::GetIO().Fonts->TexID);
  draw_code_box(list, {0, 0}, code, 16, IM_COL32_WHITE);
  std::string all;
  for (const ImDrawVert& corner : list.VtxBuffer) {
    all += static_cast<char>(std::lround(corner.pos.x));
    all += static_cast<char>(std::lround(corner.pos.y));
  }
  return all;
}

// A letter of any script, or what is none.
std::string any_letter(std::mt19937& random) {
  static constexpr char32_t kPlanes[] = {0x250, 0x800, 0x3000, 0xD7FF, 0x20000, 0x10FFFF};
  const char32_t most = kPlanes[random() % std::size(kPlanes)];
  const auto code = static_cast<char32_t>(0x20 + random() % (most - 0x20));
  return code >= 0xD800 && code <= 0xDFFF ? "\xFF" : utf8(code);
}

std::string any_text(std::mt19937& random) {
  std::string text;
  for (std::size_t letters = 1 + random() % 12; letters > 0; --letters) {
    text += random() % 2 == 0 ? any_letter(random) : kNames[random() % kNames.size()];
  }
  return text;
}

bool shows_something(const LetterDesk& desk, const TextPiece& piece) {
  if (piece.kind == PieceKind::own) return !piece.own.empty() && draws_alone(desk.face(Style::body), piece.own);
  if (piece.kind == PieceKind::box) return piece.width > 0;
  return piece.image.texture != 0 && piece.image.right > piece.image.left;
}

}  // namespace

TEST_CASE("Latin, Greek and Cyrillic names look for no installed font, and a Chinese one does once") {
  LetterDesk desk(Elsewhere::searched);
  Canvas canvas = desk.canvas();
  const std::size_t before = InstalledFonts::searches();
  for (const char* name : {"coffee", "Zoë Ångström", "Анна", "Ελένη", "→ …"}) {
    canvas.text({0, 0, 900, 30}, name, Style::body, {});
  }
  CHECK(InstalledFonts::searches() == before);
  canvas.text({0, 0, 900, 30}, "王小明", Style::body, {});
  canvas.text({0, 0, 900, 30}, "さくら", Style::mono, {});
  CHECK(InstalledFonts::searches() == before + 1);
}

TEST_CASE("no two letters have the same box") {
  LetterDesk desk(Elsewhere::left_alone);
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  std::set<std::string> seen;
  std::size_t boxes = 0;
  const auto look = [&](char32_t first, char32_t last) {
    for (char32_t code = first; code <= last; ++code, ++boxes) seen.insert(box_picture(list, code));
  };
  look(0x0, 0x1FF);
  look(0x4E00, 0x50FF);
  look(0xFF00, 0x100FF);
  look(0x1F600, 0x1F6FF);
  look(0x10FFF0, 0x10FFFF);
  look(kLooseByte + 0x80, kLooseByte + 0xFF);
  CHECK(seen.size() == boxes);
}

TEST_CASE("ten names in ten scripts are drawn in ten ways, with installed fonts and without any") {
  for (const Elsewhere elsewhere : {Elsewhere::searched, Elsewhere::left_alone}) {
    LetterDesk desk(elsewhere);
    std::set<std::string> pictures;
    for (const std::string& name : kNames) pictures.insert(desk.picture(name));
    CHECK(pictures.size() == kNames.size());
  }
}

TEST_CASE("where no font has them, names that differ in one letter are boxes that differ") {
  LetterDesk desk(Elsewhere::left_alone);
  std::map<std::string, std::string> names;
  for (const char* name : {"王小明", "王小朋", "王小", "小王明", "さくら", "さくち", "한국", "한극", "😀", "😁", "\xF0",
                           "\xF1", "a\u200B", "a"}) {
    const auto inserted = names.emplace(desk.picture(name), name);
    CAPTURE(name);
    CAPTURE(inserted.first->second);
    CHECK(inserted.second);
  }
}

TEST_CASE("boxes stand in the order of the text, also of what would go from right to left") {
  LetterDesk desk(Elsewhere::left_alone);
  const LaidOutText line = desk.lay_out("\u05D0\u05D1 (3)");
  REQUIRE(line.pieces.size() == 3);
  CHECK(line.pieces[0].code == 0x05D0);
  CHECK(line.pieces[1].code == 0x05D1);
  CHECK(line.pieces[2].own == " (3)");
}

TEST_CASE("a letter is shown by a glyph or by its box, whatever letter it is") {
  std::mt19937 random(1);
  for (const Elsewhere elsewhere : {Elsewhere::searched, Elsewhere::left_alone}) {
    LetterDesk desk(elsewhere);
    for (int i = 0; i < 3000; ++i) {
      const std::string letter = any_letter(random);
      CAPTURE(letter);
      const LaidOutText& line = desk.lay_out(letter);
      const bool blank = letter == " " || letter == "\u00A0" || line.pieces.empty();  // the spaces of other scripts
      if (line.pieces.empty()) CHECK(line.width > 0);
      const auto shows = [&](const TextPiece& piece) { return shows_something(desk, piece); };
      if (!blank) CHECK(std::any_of(line.pieces.begin(), line.pieces.end(), shows));
    }
  }
}

TEST_CASE("every letter of a text is somewhere on its line, and what is measured is what is drawn") {
  std::mt19937 random(2);
  for (const Elsewhere elsewhere : {Elsewhere::searched, Elsewhere::left_alone}) {
    LetterDesk desk(elsewhere);
    Canvas canvas = desk.canvas();
    for (int i = 0; i < 500; ++i) {
      const std::string text = any_text(random);
      CAPTURE(text);
      const float width = canvas.text_width(text, Style::body);
      CHECK(canvas.text({0, 0, 9000, 30}, text, Style::body, {}) == width);
      CHECK(desk.drawn().box.width() == width);
      const LaidOutText line = desk.lay_out(text);
      CHECK(line.width == width);
      std::size_t end = 0;
      for (const TextStop& stop : line.stops) {
        CHECK(stop.begin == end);
        CHECK(stop.left >= 0);
        CHECK(stop.right >= stop.left);
        CHECK(stop.right <= width);
        end = stop.end;
      }
      CHECK(end == text.size());
    }
  }
}

TEST_CASE("an ellipsis never divides a letter from its marks") {
  LetterDesk desk(Elsewhere::searched);
  Canvas canvas = desk.canvas();
  for (const std::string text : {"क्षितिज क्षितिज", "e\u0301e\u0301e\u0301e\u0301",
                                 "👩‍🚀👩‍🚀👍🏽👍🏽", "שָׁלוֹם שָׁלוֹם", "王小明王小明"}) {
    const auto full = static_cast<int>(canvas.text_width(text, Style::body));
    for (int width = 12; width < full; ++width) {
      if (canvas.text({0, 0, static_cast<float>(width), 30}, text, Style::body, {}) == 0) continue;  // no room for one
      std::string shown = desk.drawn().text;
      CAPTURE(shown);
      REQUIRE(shown.ends_with("…"));
      shown.resize(shown.size() - std::string_view("…").size());
      REQUIRE(text.starts_with(shown));
      std::size_t at = 0;
      while (at < shown.size()) at = grapheme_end(text, at);
      CHECK(at == shown.size());
      CHECK(desk.drawn().box.width() <= static_cast<float>(width) + 1);
    }
  }
}

TEST_CASE("what cannot be put together without HarfBuzz and FriBidi says so, and else goes from right to left") {
  LetterDesk desk(Elsewhere::searched);
  const LaidOutText hebrew = desk.lay_out("דוד");
  if (!can_shape()) {
    CHECK(hebrew.boxed == Boxed::no_shaping);
    CHECK(desk.lay_out("王").boxed != Boxed::no_shaping);
  } else if (hebrew.boxed == Boxed::no) {
    CHECK(hebrew.stops.front().left > hebrew.stops.back().left);
    CHECK(hebrew.stops.front().right == hebrew.width);
    // In a line that begins in Latin it stays behind that, and its letters still go from right to left.
    const LaidOutText mixed = desk.lay_out("for דוד");
    CHECK(mixed.stops.front().left == 0);
    CHECK(mixed.stops.back().left < mixed.stops[4].left);
  } else {
    CHECK(hebrew.boxed == Boxed::no_font);
  }
}

TEST_CASE("a bracket in text from right to left opens towards its left") {
  LetterDesk desk(Elsewhere::searched);
  const LaidOutText line = desk.lay_out("דוד (3)");
  if (!can_shape() || line.boxed != Boxed::no) return;
  std::string own;
  for (const TextPiece& piece : line.pieces) own += piece.own;
  CHECK(own == "(3) ");
}

TEST_CASE("Arabic letters have the forms that their neighbours give them") {
  LetterDesk desk(Elsewhere::searched);
  if (!can_shape() || desk.lay_out("سس").boxed != Boxed::no) return;
  const LaidOutText joined = desk.lay_out("سس");
  const LaidOutText alone = desk.lay_out("س");
  REQUIRE(joined.pieces.size() == 2);
  REQUIRE(alone.pieces.size() == 1);
  const auto glyph = [](const TextPiece& piece) { return std::pair(piece.image.u0, piece.image.v0); };
  CHECK(glyph(joined.pieces[0]) != glyph(joined.pieces[1]));
  CHECK(glyph(joined.pieces[0]) != glyph(alone.pieces[0]));
}

TEST_CASE("the cursor stands between letters of any script, and the mouse finds it there") {
  LetterDesk desk(Elsewhere::searched);
  const Canvas canvas = desk.canvas();
  for (const std::string text :
       {"coffee", "Ελένη 王小明", "さくら!", "김민준 (2)", "क्षितिज", "👩‍🚀 go", "e\u0301té"}) {
    CAPTURE(text);
    float before = -1;
    for (std::size_t place = 0;; place = grapheme_end(text, place)) {
      const float x = canvas.cursor_x(text, place, Style::body);
      CHECK(x > before);
      CHECK(canvas.place_at(text, x, Style::body) == place);
      before = x;
      if (place == text.size()) break;
    }
    CHECK(before == canvas.text_width(text, Style::body));
    const auto all = canvas.stretches(text, 0, text.size(), Style::body);
    REQUIRE(all.size() == 1);
    CHECK(all.front() == std::pair(0.0F, before));
  }
}

TEST_CASE("a selection across scripts of both directions has a stretch for each part") {
  LetterDesk desk(Elsewhere::searched);
  const Canvas canvas = desk.canvas();
  const std::string text = "ab דוד";
  if (!can_shape() || desk.lay_out(text).boxed != Boxed::no) return;
  const auto parts =
      canvas.stretches(text, 1, 5, Style::body);  // b, the space, and the first letter, which is rightmost
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].second < parts[1].first);
  CHECK(parts[1].second == canvas.text_width(text, Style::body));
}

}  // namespace interleave::gui
