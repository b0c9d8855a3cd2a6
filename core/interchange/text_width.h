#pragma once

#include <string>
#include <string_view>

// Text in a terminal's columns: a character takes none, one or two of them.
namespace interleave {

// How many columns valid UTF-8 takes: none for marks that combine, two for wide East Asian characters and emoji.
int display_width(std::string_view text);

// The text, or as much of it as fits into `width` columns with `ellipsis` behind it.
std::string cut_to_width(std::string_view text, int width, std::string_view ellipsis);

// With control characters and invalid bytes as U+FFFD, and, where only ASCII may be written, everything else as `?`.
std::string printable(std::string_view text, bool utf8);

}  // namespace interleave
