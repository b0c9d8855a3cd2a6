#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/listing/outline.h"

namespace interleave {

// What stands in the steps of a function, in C++.

// A number that is made of values, and what is true or false of them.
std::string cpp_number(const ListedFunction& function, const Expression& expression);
std::string cpp_condition(const ListedFunction& function, const Expression& condition);
// A number, but for a name alone, which stands for a text or for nothing too.
std::string cpp_value(const ListedFunction& function, const Expression& expression);
// The parts of a text, with commas between them.
std::string cpp_parts(const ListedFunction& function, std::string_view text);
std::string cpp_seconds(const ListedFunction& function, const Quantity& quantity);
// And whether an int may be too small for it.
std::pair<std::string, bool> cpp_count(const ListedFunction& function, const Quantity& quantity);

}  // namespace interleave
