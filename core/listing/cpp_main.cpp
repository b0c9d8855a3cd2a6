#include "core/listing/cpp_main.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace interleave {

void write_hearing(ListingWriter& writer, bool hears, const std::function<void()>& write_lines) {
  if (!hears) return write_lines();
  writer.line("try {");
  writer.indent();
  write_lines();
  writer.outdent();
  writer.line("} catch (const std::exception& error) {");
  writer.line("  std::cerr << error.what() << '\\n';");
  writer.line("}");
}

void write_list(ListingWriter& writer, std::string_view begin, const std::vector<std::string>& items,
                std::string_view end) {
  constexpr std::size_t kLongest = 110;
  const std::string line = fmt::format("{}{}{}", begin, fmt::join(items, ", "), end);
  if (line.size() <= kLongest) return writer.line(line);
  writer.line(begin);
  writer.indent();
  for (const std::string& item : items) writer.line(item + (&item == &items.back() ? "" : ","));
  writer.outdent();
  writer.line(end);
}

}  // namespace interleave
