#include "core/lesson/blocks_text.h"

#include "core/base/overloaded.h"

namespace interleave::lesson {

std::string plain_text(const Blocks& blocks) {
  std::string text;
  const auto add = [&](const std::string& line) { text += line + '\n'; };
  const auto add_cells = [&](const std::vector<Words>& cells) {
    for (const Words& cell : cells) add(plain_text(cell));
  };
  for (const Block& block : blocks) {
    std::visit(
        Overloaded{[&](const Paragraph& paragraph) { add(plain_text(paragraph.words)); },
                   [&](const Heading& heading) { add(plain_text(heading.words)); },
                   [&](const CodeBlock& code) { add(code.text); }, [&](const Image& image) { add(image.description); },
                   [&](const List& list) {
                     for (const Blocks& item : list.items) text += plain_text(item);
                   },
                   [&](const Quote& quote) { text += plain_text(quote.blocks); },
                   [&](const Table& table) {
                     add_cells(table.head);
                     for (const auto& row : table.rows) add_cells(row);
                   }},
        block.what);
  }
  return text;
}

}  // namespace interleave::lesson
