#include "app/cli/handout/html_blocks.h"

#include <fmt/format.h>
#include <string_view>

#include "app/cli/handout/html_text.h"
#include "core/base/overloaded.h"

namespace interleave::cli {
namespace {

class BlockWriter {
 public:
  BlockWriter(const PictureUri& picture, int top) : picture_(picture), top_(top) {}

  std::string write(const lesson::Blocks& blocks) const {
    std::string result;
    for (const lesson::Block& block : blocks) {
      result += std::visit([&](const auto& what) { return html_of(what); }, block.what);
    }
    return result;
  }

 private:
  static std::string html_of(const lesson::Paragraph& paragraph) {
    return fmt::format("<p>{}</p>\n", html_words(paragraph.words));
  }

  std::string html_of(const lesson::Heading& heading) const {
    return fmt::format("<h{0}>{1}</h{0}>\n", top_ + heading.level - 1, html_words(heading.words));
  }

  static std::string html_of(const lesson::CodeBlock& code) { return html_code(code.text); }

  std::string html_of(const lesson::Image& image) const {
    const std::string uri = picture_(image.file);
    if (uri.empty()) return fmt::format("<p>{}</p>\n", html_text(image.description));
    return fmt::format("<p><img src=\"{}\" alt=\"{}\"/></p>\n", uri, html_text(image.description));
  }

  std::string html_of(const lesson::List& list) const {
    const std::string_view tag = list.numbered ? "ol" : "ul";
    std::string result =
        list.numbered && list.first != 1 ? fmt::format("<ol start=\"{}\">\n", list.first) : fmt::format("<{}>\n", tag);
    for (const lesson::Blocks& item : list.items) result += fmt::format("<li>{}</li>\n", write(item));
    return result + fmt::format("</{}>\n", tag);
  }

  std::string html_of(const lesson::Quote& quote) const {
    return fmt::format("<blockquote>{}</blockquote>\n", write(quote.blocks));
  }

  static std::string html_of(const lesson::Table& table) {
    std::string result = "<table>\n<thead>" + row_of(table.head, table.columns, "th") + "</thead>\n<tbody>\n";
    for (const auto& row : table.rows) result += row_of(row, table.columns, "td") + '\n';
    return result + "</tbody>\n</table>\n";
  }

  static std::string row_of(const std::vector<lesson::Words>& cells, const std::vector<lesson::Column>& columns,
                            std::string_view tag) {
    std::string result = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const lesson::Column column = i < columns.size() ? columns[i] : lesson::Column::left;
      const std::string_view align = column == lesson::Column::right    ? " class=\"right\""
                                     : column == lesson::Column::middle ? " class=\"middle\""
                                                                        : "";
      result += fmt::format("<{0}{1}>{2}</{0}>", tag, align, html_words(cells[i]));
    }
    return result + "</tr>";
  }

  const PictureUri& picture_;
  int top_;
};

}  // namespace

std::string html_blocks(const lesson::Blocks& blocks, const PictureUri& picture, int top) {
  return BlockWriter(picture, top).write(blocks);
}

}  // namespace interleave::cli
