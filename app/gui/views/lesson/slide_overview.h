#pragma once

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// All slides by number and title, in columns; a click goes to one.
void draw_slide_overview(const Ui& ui, const LessonShow& show, Rect box);

}  // namespace interleave::gui
