#pragma once

#include "app/gui/model/input/acts.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

struct ActWithIcon {
  ActId act;
  Icon icon = Icon::none;
};

// The one thing to press: what begins the run, or what stops it and lets it go on.
ActWithIcon first_to_press(const AppState& state);

// How high the toolbar is at that width: what does not fit in a row goes to the next.
float toolbar_height(const Ui& ui, float width);

// What to run and how, and the run's controls.
void draw_toolbar(const Ui& ui, Rect box);

}  // namespace interleave::gui
