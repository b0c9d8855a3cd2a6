#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/limits.h"
#include "core/scenario/scenario.h"

// What is typed into a field, as a file would say it, and as the loader takes it.
namespace interleave::gui {

// What is typed without the blanks around it.
std::string_view trimmed(std::string_view text);

// What a file says when somebody types that into a field: a number as it is, anything else as text in quotes.
std::string typed_value(std::string_view text);

// Names with commas between; one that could be taken for something else stands in quotes, as in JSON. Reading gives
// none where a quote is not closed.
std::string typed_list(const std::vector<std::string>& names);
std::optional<std::vector<std::string>> read_typed_list(std::string_view text);

// The scenario of that file, whose runs have no more steps; or the first thing that is wrong with it.
Result<Scenario, std::string> loaded(std::string_view file, std::uint64_t most_steps = kMostSteps);

// The smallest file with these fields, `"key": value, ` and `, "key": value`: it is read for the sake of one of them.
Result<Scenario, std::string> read_fields(std::string_view of_file, std::string_view of_task);

}  // namespace interleave::gui
