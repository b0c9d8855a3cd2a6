#pragma once

#include <string>

#include "app/cli/handout/html_blocks.h"
#include "app/gui/model/lesson/handout.h"
#include "core/lesson/lesson.h"

namespace interleave::cli {

// What students see of all slides: each up to its question, with that, and no figure that gives an answer away.
std::string handout_slides(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture);

// The letter of the answer at that position: "A"; empty behind Z.
std::string answer_letter(std::size_t position);

// Whether answers are offered, and not one alone, which would be the right one.
bool offers_answers(const gui::AskedQuestion& asked);

}  // namespace interleave::cli
