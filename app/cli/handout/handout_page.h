#pragma once

#include <cstdint>
#include <string>

#include "app/cli/handout/html_blocks.h"
#include "app/gui/model/lesson/handout.h"
#include "core/lesson/lesson.h"

namespace interleave::cli {

enum class HandoutCopy : std::uint8_t {
  student,  // nothing in it answers a question
  teacher,  // the same, and a section of answers and notes behind it
};

// A lesson as one HTML file, which is well-formed XML behind its first line. It needs nothing else, and no script.
std::string handout_page(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture,
                         HandoutCopy copy);

}  // namespace interleave::cli
