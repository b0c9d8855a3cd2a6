#pragma once

#include <span>
#include <string_view>

namespace interleave {

// A scenario that comes with the program: a file of assets/scenarios, taken in when the program is built.
struct BuiltIn {
  std::string_view name;           // of the file, without ".json"
  std::string_view title;          // as in the text
  std::string_view text;           // of the file
  std::string_view group = {};     // what it is about, in a word
  std::string_view question = {};  // what to find out with it
};

// By group, in the order in which one leads to the next.
std::span<const BuiltIn> built_in_scenarios();

// The one of that name, or null.
const BuiltIn* find_built_in(std::string_view name);

// The files, in order of their names, without groups and questions.
std::span<const BuiltIn> embedded_scenarios();

}  // namespace interleave
