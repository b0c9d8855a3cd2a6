#pragma once

#include <cstddef>
#include <string_view>

#include "core/lesson/blocks.h"
#include "core/lesson/findings.h"

// Markdown as slides have it: CommonMark with tables, without raw HTML and indented code.
namespace interleave::lesson {

// Lists and quotes within each other.
inline constexpr std::size_t kDeepest = 16;

// The blocks of the text from `begin` to `end`; the file's text stands around it, and findings are at its bytes.
Blocks read_blocks(std::string_view text, std::size_t begin, std::size_t end, Findings& findings);

// A text that is not a part of the file's as it is, as words; its paragraphs are parted by two line breaks. What is
// wrong with it, and whatever is no paragraph, is found at `offset`.
Words read_words(std::string_view text, std::size_t offset, Findings& findings);

}  // namespace interleave::lesson
