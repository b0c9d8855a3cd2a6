#include "core/scenario/loader.h"

#include <fmt/format.h>
#include <optional>
#include <utility>

#include "core/base/source_text.h"
#include "core/base/utf8.h"
#include "core/scenario/json_document.h"
#include "core/scenario/limits.h"
#include "core/scenario/problems.h"
#include "core/scenario/scenario_reader.h"

namespace interleave {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Why the bytes are no text at all.
std::optional<Problem> text_problem(std::string_view text) {
  const std::size_t null = text.find('\0');
  const std::size_t invalid = first_invalid_utf8(text);
  if (null < invalid) {
    return Problem{null, "there is a zero byte here, so this is no text file; save the scenario as UTF-8 text"};
  }
  if (invalid == std::string_view::npos) return std::nullopt;
  return Problem{invalid, fmt::format("the byte 0x{:02X} is not UTF-8 here; save the file as UTF-8 text",
                                      static_cast<unsigned char>(text[invalid]))};
}

}  // namespace

Result<Scenario, Diagnostics> load_scenario(std::string_view text, std::string_view file) {
  if (text.size() > kMostFileBytes) {
    const SourceText source(text.substr(0, 0));
    return Diagnostics{source.diagnostic(
        file, 0, fmt::format("the file has more than 16 MiB ({} bytes); leave out tasks or steps", text.size()))};
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const SourceText source(text);
  if (const auto problem = text_problem(text)) {
    return Diagnostics{source.diagnostic(file, problem->offset, problem->message)};
  }
  const auto document = parse_json(text);
  if (!document) return Diagnostics{source.diagnostic(file, document.error().offset, document.error().message)};

  Problems problems;
  Scenario scenario = read_scenario_document(document.value(), source, problems);
  if (problems.empty()) return scenario;
  Diagnostics diagnostics;
  for (const Problem& problem : problems.in_order()) {
    diagnostics.push_back(source.diagnostic(file, problem.offset, problem.message));
  }
  return diagnostics;
}

}  // namespace interleave
