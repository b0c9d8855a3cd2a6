#pragma once

#include "app/gui/model/picture/bars.h"
#include "app/gui/views/widgets/ui.h"
#include "core/timeline/ends.h"

namespace interleave::gui {

// The two colours of a bar: for areas, and for lines (with enough contrast to the ground).
struct BarColors {
  Color area;
  Color line;
};

BarColors colors_of_task(const Theme& theme, TaskId task);
BarColors neutral_colors(const Theme& theme);

// Of the mark of an end: what went wrong stands out.
Color color_of_end(const Theme& theme, TaskEnd end);

// Of marks that follow each other pixel by pixel only some are drawn: side by side they would look like a solid bar.
bool drawn_when_dense(float x);

// Draws the look in the box. `anchor_x` is where the span begins, maybe outside the box.
void paint_bar(const Ui& ui, Rect box, float anchor_x, Look look, BarColors colors);

// Where in a bar's box, and in what colour, stands what has not happened yet.
Rect future_band(const Ui& ui, Rect box);
Color future_color(const Theme& theme, Color line);

// What has not happened yet: the same look in a thin, pale band.
void paint_future(const Ui& ui, Rect box, Look look, BarColors colors);

// What a label takes of its bar, from the bar's begin.
float label_width(const Ui& ui, std::string_view label);

// Whether text is written in the colour of the bar itself; on other looks it needs a plate, which covers them.
bool is_solid(Look look);
// Whether a bar of that height keeps its look beside such a plate.
bool bears_plate(const Ui& ui, Rect box);

// Writes the first of the labels that fits on a bar of that look, so that it is readable there; returns it.
std::string_view paint_label(const Ui& ui, Rect box, Look look, BarColors colors,
                             std::initializer_list<std::string_view> labels);

// Who waits for something that tasks share, below what became of it.
void paint_waiting_strip(const Ui& ui, Rect strip, float anchor_x, BarColors colors);

// The strip below a real run's bar, which says what the simulation says: its height, and how far below the bar it is.
inline constexpr float kSimulatedStrip = 5;
inline constexpr float kSimulatedBelow = 2;

}  // namespace interleave::gui
