#pragma once

#include "app/gui/views/widgets/ui.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

// What is in the picture to be explained.
enum class LegendOf : std::uint8_t { looks, looks_and_tones };

// How high the legend is at that width.
float legend_height(const Ui& ui, float width, LegendOf picture, Padding padding);

// What each look means, in a neutral colour. Pointing at an entry makes the others step back.
void draw_legend(const Ui& ui, Rect box, LegendOf picture, Padding padding);

}  // namespace interleave::gui
