#pragma once

#include <string>
#include <string_view>

#include "core/lesson/blocks.h"
#include "core/lesson/words.h"

// Text of a lesson's author in a page, which is HTML that is well-formed XML too.
namespace interleave::cli {

// In an element or an attribute's quotes: what may not stand there becomes U+FFFD; tabs are blanks.
std::string html_text(std::string_view text);
// With a <br/> for each line break.
std::string html_words(const lesson::Words& words);

// Without the line breaks at its end, as <pre>; lines with `marked` in them, if that is not empty, stand out.
std::string html_code(std::string_view text, std::string_view marked = {});

}  // namespace interleave::cli
