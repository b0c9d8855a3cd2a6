#pragma once

#include <cstddef>
#include <string_view>

namespace interleave {

// Where the blanks and the comments that begin at `at` are over. A comment that is not closed is not skipped.
std::size_t skip_blanks(std::string_view text, std::size_t at);

// Where the correct JSON number that begins at `at` is over.
std::size_t number_end(std::string_view text, std::size_t at);

// Where the word (letters, digits, _ and $, anything beyond ASCII) that begins at `at` is over.
std::size_t word_end(std::string_view text, std::size_t at);

}  // namespace interleave
