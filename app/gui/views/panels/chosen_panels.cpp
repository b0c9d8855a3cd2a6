#include "app/gui/views/panels/chosen_panels.h"

#include "app/gui/views/explore/direct_view.h"
#include "app/gui/views/explore/graph_view.h"
#include "app/gui/views/explore/outcomes_view.h"
#include "app/gui/views/timeline/timeline_panel.h"

namespace interleave::gui {

bool shows_orders(const AppState& state) { return state.outcomes == OutcomesShown::yes || state.directed; }

float orders_height(const Ui& ui) { return ui.state.directed ? direct_height(ui) : outcomes_height(ui); }

void draw_orders(const Ui& ui, Rect box) { ui.state.directed ? draw_direct(ui, box) : draw_outcomes(ui, box); }

bool shows_graph(const AppState& state) { return state.graph == GraphShown::yes && state.explorer.answer() != nullptr; }

void draw_picture(const Ui& ui, Rect box) { shows_graph(ui.state) ? draw_graph(ui, box) : draw_timeline(ui, box); }

bool anything_selected(const AppState& state) { return state.selection || state.selected_range; }

}  // namespace interleave::gui
