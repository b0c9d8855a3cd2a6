#include "app/gui/views/widgets/rich_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/views/drawing/share_widths.h"
#include "core/base/overloaded.h"

namespace interleave::gui {

namespace {

constexpr float kLineSpacing = 1.35F;  // of the letters' height
constexpr float kBlocksApart = 10;
constexpr float kHeadingBelow = 6;
constexpr float kIndent = 26;
constexpr float kCodeMargin = 10;
constexpr float kCellApart = 22;
constexpr float kMostPictureHeight = 420;
constexpr std::string_view kMark = "  ↪ ";  // before what is left of a line of code

enum class Drawing : std::uint8_t { measured, drawn };

// A stretch of words without a blank in it, and whether one stands before it.
struct RichWord {
  std::string_view text;
  const lesson::Piece* piece = nullptr;
  bool follows_blank = false;
  bool begins_line = false;
};

std::vector<RichWord> words_in(const lesson::Words& words) {
  std::vector<RichWord> found;
  bool blank = false;
  bool line = false;
  for (const lesson::Piece& piece : words) {
    const std::string_view text = piece.text;
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] == ' ' || text[i] == '\n') {
        blank = true;
        line = line || text[i] == '\n';
        ++i;
        continue;
      }
      const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
      found.push_back({text.substr(i, end - i), &piece, blank, line});
      blank = false;
      line = false;
      i = end;
    }
  }
  return found;
}

// Whether the second belongs to the first, as a unit to its number: "5 s".
bool belongs_to(std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 6> kUnits = {"s", "ms", "MB", "min", "%", "x"};
  const bool is_number = !first.empty() && first.back() >= '0' && first.back() <= '9';
  const std::string_view unit = second.substr(0, second.find_first_of(".,;:)?!"));
  return is_number && std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

Style style_of(const lesson::Piece& piece, Style usual) {
  if (piece.emphasis.code) return Style::mono;
  const bool stands_out = piece.emphasis.strong || piece.emphasis.slanted;
  return stands_out && usual == Style::body ? Style::strong : usual;
}

class BlockPainter {
 public:
  BlockPainter(const Ui& ui, Rect box, Drawing drawing) : ui_(ui), box_(box), drawing_(drawing), y_(box.top) {}

  float height() const { return y_ - box_.top; }

  void add(const lesson::Blocks& blocks) {
    for (const lesson::Block& block : blocks) {
      if (y_ > box_.top) y_ += ui_.px(kBlocksApart);
      std::visit(
          Overloaded{[&](const lesson::Paragraph& it) { add(it.words, Style::body, ui_.theme.text); },
                     [&](const lesson::Heading& it) { add_heading(it); },
                     [&](const lesson::CodeBlock& it) { add_code(it); },
                     [&](const lesson::Image& it) { add_image(it); }, [&](const lesson::List& it) { add_list(it); },
                     [&](const lesson::Quote& it) { add_quote(it); }, [&](const lesson::Table& it) { add_table(it); }},
          block.what);
    }
  }

  void add(const lesson::Words& words, Style style, Color color) {
    const float line = ui_.canvas.text_height(style) * kLineSpacing;
    float x = box_.left;
    const std::vector<RichWord> all = words_in(words);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const RichWord& word = all[i];
      const Style own = style_of(*word.piece, style);
      const float width = ui_.canvas.text_width(word.text, own);
      const float space = ui_.canvas.text_width(" ", style);
      const float blank = word.follows_blank && x > box_.left ? space : 0;
      if (x > box_.left && (word.begins_line || x + blank + width + kept_behind(all, i, style, space) > box_.right)) {
        x = box_.left;
        y_ += line;
      } else {
        x += blank;
      }
      const bool is_shown = drawing_ == Drawing::drawn && y_ + line <= box_.bottom + 1;
      if (is_shown) ui_.canvas.text({x, y_, std::min(x + width + 1, box_.right), y_ + line}, word.text, own, color);
      x += width;
    }
    y_ += line;
  }

 private:
  // The width of what must stand in the same line behind that word: its unit, or what no blank parts from it.
  float kept_behind(const std::vector<RichWord>& words, std::size_t at, Style style, float space) const {
    float width = 0;
    for (std::size_t i = at + 1; i < words.size() && !words[i].begins_line; ++i) {
      const bool is_unit = words[i].follows_blank && belongs_to(words[i - 1].text, words[i].text);
      if (words[i].follows_blank && !is_unit) break;
      width += (is_unit ? space : 0) + ui_.canvas.text_width(words[i].text, style_of(*words[i].piece, style));
    }
    return width;
  }

  void add_heading(const lesson::Heading& heading) {
    add(heading.words, heading.level == 1 ? Style::title : Style::strong, ui_.theme.text);
    y_ += ui_.px(kHeadingBelow);
  }

  void add_code(const lesson::CodeBlock& code) {
    const float margin = ui_.px(kCodeMargin);
    const float line = ui_.canvas.text_height(Style::mono) * kLineSpacing;
    const std::vector<std::string> lines = code_lines(code.text, box_.width() - 2 * margin);
    const Rect plate{box_.left, y_, box_.right, y_ + static_cast<float>(lines.size()) * line + 2 * margin};
    if (drawing_ == Drawing::drawn && plate.bottom <= box_.bottom + 1) {
      ui_.canvas.fill(plate, ui_.theme.raised, ui_.px(4));
      Rect inside = plate.inset(margin, margin);
      for (const std::string& text : lines) ui_.canvas.text(inside.cut_top(line), text, Style::mono, ui_.theme.text);
    }
    y_ = plate.bottom;
  }

  // Behind the last blank that fits, or the last bracket, comma or equals sign; 0: nowhere.
  static std::size_t place_to_cut(const std::string& line, std::size_t begin, std::size_t fits) {
    const std::size_t blank = line.rfind(' ', fits > 0 ? fits - 1 : 0);
    if (blank != std::string::npos && blank > begin) return blank;
    const std::size_t sign = line.find_last_of("(,=[{", fits > 0 ? fits - 1 : 0);
    return sign != std::string::npos && sign > begin ? sign + 1 : 0;
  }

  // One that is too long goes on below, further in, behind a mark.
  std::vector<std::string> code_lines(std::string_view text, float width) const {
    std::vector<std::string> lines;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      while (ui_.canvas.text_width(line, Style::mono) > width) {
        const std::size_t fits = ui_.canvas.place_at(line, width, Style::mono);
        const std::size_t cut = place_to_cut(line, indent + kMark.size(), fits);
        if (cut == 0) break;  // it ends in an ellipsis
        const std::size_t next = line.find_first_not_of(' ', cut);
        const std::string rest = next == std::string::npos ? "" : line.substr(next);
        lines.push_back(line.substr(0, cut));
        line = std::string(indent, ' ').append(kMark).append(rest);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // As large as it is at 100 %, and no larger than there is room for. Where it cannot be shown, its description stands
  // for it.
  void add_image(const lesson::Image& image) {
    const LessonShow* const show = lesson_of(ui_.state);
    const ShownPicture* const picture =
        show == nullptr || ui_.pictures == nullptr ? nullptr : ui_.pictures->find(show->folder, image.file);
    if (picture == nullptr) {
      lesson::Words words;
      lesson::append(words, {fmt::format("[{}]", image.description.empty() ? image.file : image.description)});
      return add(words, Style::small, ui_.theme.quiet_text);
    }
    const auto width = static_cast<float>(picture->width);
    const auto height = static_cast<float>(picture->height);
    const float times = std::min({ui_.px(1), box_.width() / width, ui_.px(kMostPictureHeight) / height});
    const Rect box{box_.left, y_, box_.left + std::round(width * times), y_ + std::round(height * times)};
    if (drawing_ == Drawing::drawn) ui_.canvas.picture(box, picture->texture);
    y_ = box.bottom;
  }

  void add_list(const lesson::List& list) {
    unsigned number = list.first;
    for (const lesson::Blocks& item : list.items) {
      const float top = y_;
      const std::string mark = list.numbered ? fmt::format("{}.", number++) : "•";
      add_indented(item);
      const float line = ui_.canvas.text_height(Style::body) * kLineSpacing;
      const bool is_shown = drawing_ == Drawing::drawn && top + line <= box_.bottom + 1;
      if (is_shown)
        ui_.canvas.text({box_.left, top, box_.left + ui_.px(kIndent), top + line}, mark, Style::body, ui_.theme.text);
    }
  }

  void add_quote(const lesson::Quote& quote) {
    const float top = y_;
    add_indented(quote.blocks);
    const float bottom = std::min(y_, box_.bottom);
    if (drawing_ == Drawing::drawn && bottom > top)
      ui_.canvas.fill({box_.left, top, box_.left + ui_.px(4), bottom}, ui_.theme.line);
  }

  void add_indented(const lesson::Blocks& blocks) {
    Rect inner = box_;
    inner.top = y_;
    inner.left += ui_.px(kIndent);
    BlockPainter painter(ui_, inner, drawing_);
    painter.add(blocks);
    y_ += painter.height();
  }

  // Columns as wide as what stands in them, as far as there is room; the last has what is left.
  void add_table(const lesson::Table& table) {
    const std::size_t columns = table.head.size();
    std::vector<float> widths(columns, 0);
    const auto widen = [&](const std::vector<lesson::Words>& cells, Style style) {
      for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i) {
        widths[i] = std::max(widths[i], ui_.canvas.text_width(plain_text(cells[i]), style));
      }
    };
    widen(table.head, Style::strong);
    for (const auto& row : table.rows) widen(row, Style::strong);
    for (float& width : widths) width += ui_.px(3);  // words that are laid out one by one may need a little more
    const std::size_t gaps = columns > 0 ? columns - 1 : 0;
    share_widths(widths, std::max(0.0F, box_.width() - ui_.px(kCellApart) * static_cast<float>(gaps)));
    add_row(table.head, widths, Style::strong);
    for (const auto& row : table.rows) {
      if (drawing_ == Drawing::drawn && y_ <= box_.bottom)
        ui_.canvas.fill({box_.left, y_, box_.right, y_ + 1}, ui_.theme.line);
      add_row(row, widths, Style::body);
    }
  }

  void add_row(const std::vector<lesson::Words>& cells, const std::vector<float>& widths, Style style) {
    float x = box_.left;
    float tallest = 0;
    for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) {
      const bool is_last = i + 1 == widths.size();
      const float right = is_last ? box_.right : std::min(x + widths[i], box_.right);
      BlockPainter painter(ui_, {x, y_, right, box_.bottom}, drawing_);
      painter.add(cells[i], style, ui_.theme.text);
      tallest = std::max(tallest, painter.height());
      x = right + ui_.px(kCellApart);
    }
    y_ += tallest;
  }

  const Ui& ui_;
  Rect box_;
  Drawing drawing_;
  float y_;
};

constexpr float kEndless = 1e6F;

}  // namespace

float draw_blocks(const Ui& ui, Rect box, const lesson::Blocks& blocks) {
  BlockPainter painter(ui, box, Drawing::drawn);
  painter.add(blocks);
  return painter.height();
}

float draw_words(const Ui& ui, Rect box, const lesson::Words& words, Style style, Color color) {
  BlockPainter painter(ui, box, Drawing::drawn);
  painter.add(words, style, color);
  return painter.height();
}

float blocks_height(const Ui& ui, float width, const lesson::Blocks& blocks) {
  BlockPainter painter(ui, {0, 0, width, kEndless}, Drawing::measured);
  painter.add(blocks);
  return painter.height();
}

float words_height(const Ui& ui, float width, const lesson::Words& words, Style style) {
  BlockPainter painter(ui, {0, 0, width, kEndless}, Drawing::measured);
  painter.add(words, style, ui.theme.text);
  return painter.height();
}

}  // namespace interleave::gui
