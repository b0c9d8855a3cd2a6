#pragma once

#include "app/gui/model/edit/step_rows.h"
#include "app/gui/views/widgets/ui.h"

// A step that is dragged to another place in the list.
namespace interleave::gui {

// Takes hold of the step whose verb stands in the box when that is pressed.
void begin_step_drag(const Ui& ui, Rect box, Rect list, const Cell& verb);
bool is_dragged(const Ui& ui, const Cell& cell);

// How far the list moves because somebody drags beyond its edge.
float scroll_of_drag(const Ui& ui, Rect list);

// Shows where the step would come to stand, and wishes for that when it is let go of. `offset` is what the list is
// scrolled by.
void draw_step_drag(const Ui& ui, Rect list, float offset, const std::vector<StepRow>& rows);

}  // namespace interleave::gui
