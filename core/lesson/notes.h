#pragma once

#include <string_view>

#include "core/lesson/words.h"

namespace interleave::lesson {

// A line of the speaker's notes as words. What is no paragraph in Markdown stands as it was written.
Words words_of_note(std::string_view line);

}  // namespace interleave::lesson
