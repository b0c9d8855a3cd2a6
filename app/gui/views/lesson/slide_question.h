#pragma once

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Draws a question of the slide from the top of the box on: its words, the answers or the field in which one is typed,
// and once it is settled what was right and what is said to it. Returns its height.
float draw_question(const Ui& ui, const LessonShow& show, const AskedQuestion& asked, Rect box);
// The same height, without drawing.
float question_height(const Ui& ui, const LessonShow& show, const AskedQuestion& asked, float width);

}  // namespace interleave::gui
