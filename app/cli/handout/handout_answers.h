#pragma once

#include <string>

#include "app/cli/handout/html_blocks.h"
#include "app/gui/model/lesson/handout.h"
#include "core/lesson/lesson.h"

namespace interleave::cli {

// The section for teachers: slide by slide the right answer and what is said to each, what the slide shows and says
// once it is answered, figures that the slides leave out, and notes.
std::string handout_answers(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture);

}  // namespace interleave::cli
