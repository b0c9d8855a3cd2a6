#pragma once

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// For the speaker: what the slide's author notes, how many hands were raised, and what the slide asked for and could
// not have.
void draw_notes(const Ui& ui, const LessonShow& show, Rect box);

}  // namespace interleave::gui
