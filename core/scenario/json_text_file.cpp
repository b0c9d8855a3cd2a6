#include "core/scenario/json_text_file.h"

#include "core/base/file_text.h"

namespace interleave {

Result<JsonDocument, Problem> parse_json_file(std::string_view& text) {
  text = without_byte_order_mark(text);
  if (auto bad = bad_byte(text)) return Problem{bad->offset, std::move(bad->message)};
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
