#include "core/scenario/json_text_file.h"

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Result<JsonDocument, Problem> parse_json_file(std::string_view& text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t null = text.find('\0');
  const std::size_t invalid = first_invalid_utf8(text);
  if (null < invalid) {
    return Problem{null, "there is a zero byte here, so this is no text file; save it as UTF-8 text"};
  }
  if (invalid != std::string_view::npos) {
    return Problem{invalid, fmt::format("the byte 0x{:02X} is not UTF-8 here; save the file as UTF-8 text",
                                        static_cast<unsigned char>(text[invalid]))};
  }
  auto document = parse_json(text);
  if (!document) return Problem{document.error().offset, document.error().message};
  return std::move(document).value();
}

Diagnostics diagnostics_of(const Problems& problems, const SourceText& source, std::string_view file) {
  Diagnostics diagnostics;
  for (const Problem& problem : problems.in_order()) {
    diagnostics.push_back(source.diagnostic(file, problem.offset, problem.message));
  }
  return diagnostics;
}

}  // namespace interleave
