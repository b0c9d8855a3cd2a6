#include "app/gui/views/drawing/code_layout.h"

#include <algorithm>
#include <string_view>

#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kLeastColumns = 16;
constexpr std::size_t kFurtherIndent = 2;  // of what continues a line

// Of the window's own letters each takes one; what comes from other fonts, or stands in a box, is wider.
std::size_t columns_of_letter(char32_t code) {
  if (is_in_own_fonts(code)) return 1;
  return code > 0xFFFF ? 3 : 2;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    columns += columns_of_letter(letter.code);
    at += letter.length;
  }
  return columns;
}

// The end, in bytes, of as much of it as has room in so many columns.
std::size_t end_within(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = grapheme_end(text, at);
    const std::size_t needed = columns_of(text.substr(at, end - at));
    if (needed > columns && at > 0) return at;
    columns -= std::min(needed, columns);
    at = end;
  }
  return at;
}

// Where to break a text that is too wide: behind a space, a comma or a bracket, unless that leaves too little.
std::size_t break_of(std::string_view text, std::size_t columns) {
  const std::size_t most = end_within(text, columns);
  const std::size_t least = std::max(most / 3, text.find_first_not_of(' ') + 1);
  const std::size_t found = text.substr(0, most).find_last_of(" ,([");
  return found == std::string_view::npos || found < least ? most : found + 1;
}

class CodeLayout {
 public:
  CodeLayout(const Listing& listing, Support support, const CodeColumns& columns)
      : lines_(listing.lines()), support_(support), columns_(columns) {}

  std::vector<CodeRow> rows() {
    for (std::size_t line = 0; line < lines_.size();) {
      const std::size_t support_end = support_ == Support::folded ? end_of_support(line) : line;
      if (support_end > line) {
        while (!rows_.empty() && is_empty(rows_.back())) rows_.pop_back();
        rows_.push_back({line, 0, 0, 0, support_end - line});
        line = support_end;
      } else {
        add(line++);
      }
    }
    return std::move(rows_);
  }

 private:
  // Empty lines between lines of support belong to them, and so does the first line, which says where it is all from.
  std::size_t end_of_support(std::size_t line) const {
    std::size_t end = line;
    for (; line < lines_.size(); ++line) {
      if (lines_[line].role == LineRole::support || line == 0) {
        end = line + 1;
      } else if (!lines_[line].text.empty() || end == 0) {
        break;
      }
    }
    return end;
  }

  void add(std::size_t line) {
    const std::string_view text = lines_[line].text;
    const std::size_t own_indent = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t further = std::min(own_indent + kFurtherIndent, columns() / 3);
    CodeRow row{line, 0, text.size(), 0, 0};
    std::size_t width = columns_of(text);
    while (width > columns()) {
      row.end = row.begin + break_of(text.substr(row.begin), columns() - row.indent);
      row.is_last = false;
      rows_.push_back(row);
      row = {line, std::min(text.find_first_not_of(' ', row.end), text.size()), text.size(), further, 0, false, true};
      width = row.indent + columns_of(text.substr(row.begin));
    }
    const std::size_t standing = for_standing(line);
    const bool needs_row = standing > 0 && width + standing > columns();
    row.is_last = !needs_row;
    rows_.push_back(row);
    if (needs_row) rows_.push_back({line, text.size(), text.size(), 0, 0, false, true});
  }

  std::size_t for_standing(std::size_t line) const {
    return columns_.for_standing ? columns_.for_standing(lines_[line]) : 0;
  }

  static bool is_empty(const CodeRow& row) { return row.folded == 0 && row.is_first && row.begin == row.end; }
  std::size_t columns() const { return std::max(columns_.count, kLeastColumns); }

  const std::vector<ListingLine>& lines_;
  Support support_;
  const CodeColumns& columns_;
  std::vector<CodeRow> rows_;
};

}  // namespace

std::vector<CodeRow> lay_out_code(const Listing& listing, Support support, const CodeColumns& columns) {
  return CodeLayout(listing, support, columns).rows();
}

}  // namespace interleave::gui
