#include "app/gui/platform/line_layout.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "app/gui/platform/shaping.h"
#include "app/gui/views/drawing/code_box.h"
#include "app/gui/views/drawing/letter_kinds.h"
#include "core/base/code_point.h"

namespace interleave::gui {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Letters that are drawn as one, and by what.
struct Unit {
  std::size_t first = 0;  // letters of the line
  std::size_t last = 0;   // behind them
  PieceKind kind = PieceKind::own;
  std::size_t font = 0;
  std::uint32_t script = 0;
  std::uint8_t level = 0;
};

// Units that are laid out together.
struct Item {
  std::size_t first = 0;
  std::size_t last = 0;
};

class LineLayout {
 public:
  LineLayout(std::string_view text, const LineStyle& style, FontFaces& faces, GlyphSource& glyphs)
      : style_(style), faces_(faces), glyphs_(glyphs) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = grapheme_end(text, at);
      const std::size_t first = letters_.size();
      while (at < end) {
        const Letter letter = letter_at(text, at);
        letters_.push_back(letter.code);
        begins_.push_back(at);
        at += letter.length;
      }
      add_units(first);
    }
    begins_.push_back(text.size());
  }

  LaidOutText line() {
    set_levels();
    line_.stops.resize(units_.size());
    for (const Item& item : items_in_order()) {
      const Unit& unit = units_[item.first];
      if (unit.kind == PieceKind::own)
        place_own(item);
      else if (unit.kind == PieceKind::image)
        place_images(item);
      else
        place_box(item);
    }
    line_.width = pen_;
    return std::move(line_);
  }

 private:
  // The grapheme from letter `first` on: as one where something draws all of it, or else letter by letter.
  void add_units(std::size_t first) {
    const std::size_t last = letters_.size();
    if (add_unit(first, last, true)) return;
    for (std::size_t letter = first; letter < last; ++letter) {
      if (last - first == 1 || !add_unit(letter, letter + 1, false)) add_box(letter);
    }
  }

  bool add_unit(std::size_t first, std::size_t last, bool whole) {
    const std::u32string_view letters = std::u32string_view(letters_).substr(first, last - first);
    Unit unit{first, last};
    const auto alone = [&](char32_t letter) { return draws_alone(style_.face, letter); };
    if (std::all_of(letters.begin(), letters.end(), alone)) {
      units_.push_back(unit);
      return true;
    }
    const bool chosen = whole && letters.size() > 1 && !is_in_own_fonts(letters.front());
    for (const char32_t letter : letters) {
      if (is_unseen(letter) && !chosen) return false;
      if (letter < 0x20 || letter == kReplacement || letter >= kLooseByte) return false;
      if (needs_shaping(letter) && !can_shape()) return false;
    }
    const bool follows = !units_.empty() && units_.back().kind == PieceKind::image;
    const auto font = faces_.drawing(letters, style_.style, follows ? std::optional(units_.back().font) : std::nullopt);
    if (!font) return false;
    unit.kind = PieceKind::image;
    unit.font = *font;
    unit.script = script_of(letters.front());
    units_.push_back(unit);
    return true;
  }

  void add_box(std::size_t letter) {
    units_.push_back({letter, letter + 1, PieceKind::box});
    const bool unshaped = needs_shaping(letters_[letter]) && !can_shape();
    line_.boxed = unshaped ? Boxed::no_shaping : std::max(line_.boxed, Boxed::no_font);
  }

  void set_levels() {
    std::u32string shown = letters_;
    std::replace_if(
        shown.begin(), shown.end(), [](char32_t letter) { return letter >= kLooseByte; }, kReplacement);
    const auto base = style_.style == Style::mono ? BaseDirection::left_to_right : BaseDirection::by_text;
    const std::vector<std::uint8_t> levels = bidi_levels(shown, base);
    for (Unit& unit : units_) unit.level = levels[unit.first];
    // Where all that would go from right to left is numbers in boxes, these are read as numbers are.
    const auto goes_left = [](const Unit& unit) { return unit.kind == PieceKind::image && unit.level % 2 == 1; };
    if (std::any_of(units_.begin(), units_.end(), goes_left)) return;
    for (Unit& unit : units_) unit.level = 0;
  }

  bool belong_together(const Unit& a, const Unit& b) const {
    if (a.kind != b.kind || a.level != b.level || a.kind == PieceKind::box) return false;
    if (a.kind == PieceKind::own) return a.level % 2 == 0;
    return a.font == b.font && (a.script == b.script || a.script == 0 || b.script == 0);
  }

  // From left to right: rule L2 of the Unicode Bidirectional Algorithm.
  std::vector<Item> items_in_order() const {
    std::vector<Item> items;
    std::uint8_t highest = 0;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      highest = std::max(highest, units_[unit].level);
      if (!items.empty() && belong_together(units_[unit - 1], units_[unit]))
        items.back().last = unit + 1;
      else
        items.push_back({unit, unit + 1});
    }
    for (std::uint8_t level = highest; level > 0; --level) {
      const auto below = [&](const Item& item) { return units_[item.first].level < level; };
      for (auto from = items.begin(); from != items.end();) {
        from = std::find_if_not(from, items.end(), below);
        const auto to = std::find_if(from, items.end(), below);
        std::reverse(from, to);
        from = to;
      }
    }
    return items;
  }

  void stop(std::size_t unit, float left, float right) {
    const Unit& of = units_[unit];
    line_.stops[unit] = {begins_[of.first], begins_[of.last], left, right, of.level % 2 == 1};
  }

  void place_own(const Item& item) {
    TextPiece piece{PieceKind::own, pen_};
    for (std::size_t unit = item.first; unit < item.last; ++unit) {
      const float left = pen_;
      for (std::size_t i = units_[unit].first; i < units_[unit].last; ++i) {
        const std::string letter = utf8(units_[unit].level % 2 == 1 ? mirrored_own(letters_[i]) : letters_[i]);
        pen_ +=
            style_.face.font->CalcTextSizeA(style_.face.size, FLT_MAX, 0, letter.data(), letter.data() + letter.size())
                .x;
        piece.own += letter;
      }
      stop(unit, left, pen_);
    }
    pen_ = line_.stops[item.last - 1].right = std::ceil(pen_);
    piece.width = pen_ - piece.x;
    line_.pieces.push_back(std::move(piece));
  }

  char32_t mirrored_own(char32_t letter) const {
    const char32_t mirror = mirrored(letter);
    return draws_alone(style_.face, mirror) ? mirror : letter;
  }

  void place_box(const Item& item) {
    const char32_t code = letters_[units_[item.first].first];
    TextPiece piece{PieceKind::box, pen_, code_box_width(code, style_.face.size)};
    piece.code = code;
    pen_ += piece.width;
    stop(item.first, piece.x, pen_);
    line_.pieces.push_back(std::move(piece));
  }

  void place_images(const Item& item) {
    const Unit& first = units_[item.first];
    const Unit& last = units_[item.last - 1];
    const bool right_to_left = first.level % 2 == 1;
    const float left = pen_;
    const bool own_weight = faces_.is_own(first.font, style_.style);
    const bool bold = !own_weight &&
                      (style_.style == Style::strong || style_.style == Style::caption || style_.style == Style::title);
    const float baseline = std::round(style_.ascent);
    const std::size_t count = item.last - item.first;
    std::vector<std::pair<float, float>> taken(count, {FLT_MAX, -FLT_MAX});
    for (const ShapedGlyph& glyph :
         faces_.face(first.font).shape({letters_, first.first, last.last, right_to_left, style_.size})) {
      GlyphImage image = glyphs_.image(first.font, glyph.index, style_.size, bold ? Weight::bold : Weight::regular);
      const float x = std::round(pen_ + glyph.right);
      const float y = baseline - std::round(glyph.up);
      image.top += y;
      image.bottom += y;
      auto& part = taken[unit_of(item, glyph.letter) - item.first];
      part.first = std::min(part.first, pen_);
      pen_ += glyph.advance;
      part.second = std::max(part.second, pen_);
      if (image.right <= image.left) continue;
      TextPiece piece{PieceKind::image, x, glyph.advance};
      piece.image = image;
      line_.pieces.push_back(std::move(piece));
    }
    const float end = std::ceil(pen_);
    for (auto& part : taken) {
      if (part.second == pen_) part.second = end;
    }
    pen_ = end;
    place_stops(item, left, right_to_left, taken);
  }

  std::size_t unit_of(const Item& item, std::size_t letter) const {
    std::size_t unit = item.first;
    while (unit + 1 < item.last && units_[unit + 1].first <= letter) ++unit;
    return unit;
  }

  // A unit that another's glyph stands for has no room of its own, at that one's end.
  void place_stops(const Item& item, float left, bool right_to_left,
                   const std::vector<std::pair<float, float>>& taken) {
    float edge = right_to_left ? pen_ : left;
    for (std::size_t unit = item.first; unit < item.last; ++unit) {
      auto [from, to] = taken[unit - item.first];
      if (from > to) from = to = edge;
      stop(unit, from, to);
      edge = right_to_left ? from : to;
    }
  }

  const LineStyle& style_;
  FontFaces& faces_;
  GlyphSource& glyphs_;
  std::u32string letters_;
  std::vector<std::size_t> begins_;  // of each letter in bytes, and the text's end
  std::vector<Unit> units_;
  LaidOutText line_;
  float pen_ = 0;
};

}  // namespace

LaidOutText lay_out_line(std::string_view text, const LineStyle& style, FontFaces& faces, GlyphSource& glyphs) {
  return LineLayout(text, style, faces, glyphs).line();
}

}  // namespace interleave::gui
