#pragma once

#include <cstdint>
#include <vector>

#include "app/gui/model/state/act_id.h"

namespace interleave::gui {

// The parts of the window, in the order in which keys go from one to the next.
enum class Panel : std::uint8_t { toolbar, tasks, code, timeline, console, now, curve, outcomes, status, help, dialog };

// What keys can reach at the moment, as the views have drawn it.
struct Offered {
  struct Place {
    ActId act;
    Panel panel = Panel::toolbar;

    friend bool operator==(const Place&, const Place&) = default;
  };
  std::vector<Panel> panels;  // in their order
  std::vector<Place> places;  // panel by panel, within each as they are drawn

  friend bool operator==(const Offered&, const Offered&) = default;
};

}  // namespace interleave::gui
