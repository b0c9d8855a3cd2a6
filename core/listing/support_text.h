#pragma once

#include <string>
#include <string_view>

namespace interleave {

// Texts of support of which programs have one part or another. What is looked for must be there.

inline std::string with(std::string text, std::string_view before, std::string_view part) {
  text.insert(text.find(before), part);
  return text;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

}  // namespace interleave
