#pragma once

#include "app/gui/views/widgets/ui.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

// What is wrong with how tasks share a variable: a filled lozenge where an update was lost, a hollow one where a
// decision was stale, two tips that point away from each other where nothing decides the order.
void draw_sharing_glyph(const Ui& ui, SharingMark::Kind kind, Point center, float radius);

}  // namespace interleave::gui
