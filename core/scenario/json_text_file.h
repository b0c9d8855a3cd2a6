#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/scenario/json_document.h"
#include "core/scenario/problems.h"

namespace interleave {

// The text without a byte order mark, as JSON; or why its bytes are no JSON text.
Result<JsonDocument, Problem> parse_json_file(std::string_view& text);

// Each of the problems at its place in the file.
Diagnostics diagnostics_of(const Problems& problems, const SourceText& source, std::string_view file);

// What `read(document, source, problems)` makes of a file's text, or all that is wrong with the text.
template <class Read>
auto read_json_file(std::string_view text, std::string_view file, Read read)
    -> Result<std::invoke_result_t<Read, const JsonDocument&, const SourceText&, Problems&>, Diagnostics> {
  const auto document = parse_json_file(text);
  const SourceText source(text);
  if (!document) return Diagnostics{source.diagnostic(file, document.error().offset, document.error().message)};
  Problems problems;
  auto value = read(document.value(), source, problems);
  if (problems.empty()) return value;
  return diagnostics_of(problems, source, file);
}

}  // namespace interleave
