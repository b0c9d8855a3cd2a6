#include "core/scenario/loader.h"

#include <fmt/format.h>

#include "core/scenario/json_text_file.h"
#include "core/scenario/limits.h"
#include "core/scenario/scenario_reader.h"

namespace interleave {

Result<Scenario, Diagnostics> load_scenario(std::string_view text, std::string_view file, std::uint64_t most_steps) {
  if (text.size() > kMostFileBytes) {
    const SourceText source(text.substr(0, 0));
    return Diagnostics{source.diagnostic(
        file, 0, fmt::format("the file has more than 16 MiB ({} bytes); leave out tasks or steps", text.size()))};
  }
  return read_json_file(text, file, [&](const JsonDocument& document, const SourceText& source, Problems& problems) {
    return read_scenario_document(document, source, problems, most_steps);
  });
}

}  // namespace interleave
