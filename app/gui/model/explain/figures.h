#pragma once

#include <string>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

enum class FigureWeight : std::uint8_t { main, normal };

// One statement of the status line, which says itself what it is: "predicted to take 5.00 s".
struct Figure {
  FigureWeight weight = FigureWeight::normal;
  std::string text;
  std::string explanation;
};

// The run that the figures are of.
const Timeline& run_of_figures(const AppState& state);

// What is known of it, the most important first, and how many of those marks it has. Before its end, what is said is a
// prediction.
std::vector<Figure> figures_of(const AppState& state, const std::vector<SharingMark>& marks = {});

// "1.80× faster than one after another", or how it compares otherwise.
std::string speed_up_text(double speed_up);

}  // namespace interleave::gui
