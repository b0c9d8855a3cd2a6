#pragma once

#include <string_view>

// Lines of Markdown, as they begin and whatever they stand within.
namespace interleave::lesson {

// What stands behind the mark of a quote or of a list's item that the line begins with: "b" of "> b", "- b" and "2. b".
// A part of the line; empty where it begins with none, or nothing is behind it.
std::string_view behind_mark(std::string_view line);

// Whether it is three or more of - * _, which Markdown draws a line for.
bool is_rule(std::string_view line);

// Whether the heading that it begins has no # before it, but a line of - or = below it.
bool is_underlined_heading(std::string_view line);

}  // namespace interleave::lesson
