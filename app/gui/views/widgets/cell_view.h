#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

inline constexpr float kCellPadding = 6;  // at 100 %

// A cell of the scenario: its text, or the field that it is typed into; a long one reaches as far as `right`. Wishes
// for selecting it with a click, and for typing with a double click.
void draw_cell(const Ui& ui, Rect box, float right, const Cell& cell, Color ink, Style style = Style::body);
// The field that is typed into; empty where none is.
Rect cell_field(const Ui& ui);

// The same for text that takes several lines.
void draw_tall_cell(const Ui& ui, Rect box, const Cell& cell);

// The height of what draw_refusal() draws at that width.
float refusal_height(const Ui& ui, float width, std::string_view text);
// Why something could not be done, in several lines from `top` on. Returns where it ends.
float draw_refusal(const Ui& ui, float left, float top, float right, std::string_view text);

// What is wrong with what was typed, below its field; after all other cells, which it may cover.
void draw_cell_error(const Ui& ui, Rect panel);

}  // namespace interleave::gui
