#pragma once

#include "app/gui/views/widgets/ui.h"

// Panels that take each other's place, as the state says.
namespace interleave::gui {

// The orders of steps: what each comes to, or the one that the user makes.
bool shows_orders(const AppState& state);
float orders_height(const Ui& ui);
void draw_orders(const Ui& ui, Rect box);

// The run in time, or all states.
bool shows_graph(const AppState& state);
void draw_picture(const Ui& ui, Rect box);

bool anything_selected(const AppState& state);

}  // namespace interleave::gui
