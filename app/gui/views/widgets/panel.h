#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What the panels have in common, in units of the interface's scale.
inline constexpr float kPanelMargin = 16;  // from the panel's edge to its content
inline constexpr float kPanelHeader = 36;  // height, with the title

// What is drawn from now on belongs to that panel, which keys can reach.
void begin_panel(const Ui& ui, Panel panel, Rect box);

// What keys can reach beside the buttons: a table, a text.
void offer(const Ui& ui, ActId act, Rect box);

// Shows which panel has the focus; once all are drawn.
void draw_panel_focus(const Ui& ui);

// What keys can reach in what was drawn: the help or the dialog alone while one is open.
Offered offered_by(const Drawn& drawn);

}  // namespace interleave::gui
