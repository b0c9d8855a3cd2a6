#pragma once

#include <cstdint>
#include <vector>

#include "app/gui/model/state/vocabulary.h"

namespace interleave::gui {

struct AppState;
enum class Control : std::uint8_t;

// The parts of the window, in the order in which keys go from one to the next.
enum class Panel : std::uint8_t { toolbar, tasks, code, timeline, console, now, curve, status, help, dialog };

// What keys can reach at the moment, as the views have drawn it.
struct Offered {
  struct Place {
    Control control{};
    Panel panel = Panel::toolbar;

    friend bool operator==(const Place&, const Place&) = default;
  };
  std::vector<Panel> panels;  // in their order
  std::vector<Place> places;  // panel by panel, within each as they are drawn

  friend bool operator==(const Offered&, const Offered&) = default;
};

// What update() does to the focus: to the next control that can be pressed, or to the next panel. Where a panel has it,
// Tab goes on from there, and the arrow keys act on what it shows.
void focus_control(AppState& state, Direction direction);
void focus_panel(AppState& state, Direction direction);

}  // namespace interleave::gui
