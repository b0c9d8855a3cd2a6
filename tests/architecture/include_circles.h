#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::architecture {

// A header with its source: the path of both without its ending, "core/base/time".
std::string unit_of(std::string_view path);

// Which other units each unit includes, in its header or in its source.
using UnitIncludes = std::map<std::string, std::set<std::string>>;

// Takes in the include lines of `text`, the contents of the file at `path`.
void add_includes(UnitIncludes& units, std::string_view path, std::string_view text);

// The units that include each other in a circle, however long: each knot once, its units in alphabetical order.
std::vector<std::vector<std::string>> include_circles(const UnitIncludes& units);

}  // namespace interleave::architecture
