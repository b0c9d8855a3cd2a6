#pragma once

#include "app/gui/model/input/acts.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

enum class Face : std::uint8_t {
  plain,    // a button on a ground of its own
  primary,  // the one thing to press
  segment,  // one of a group of which one is chosen
};

enum class Caption : std::uint8_t { shown, hidden };

enum class Padding : std::uint8_t { roomy, snug };

struct ButtonLook {
  Face face = Face::plain;
  Icon icon = Icon::none;
  Caption caption = Caption::shown;
  Padding padding = Padding::roomy;
};

float button_width(const Ui& ui, ActId id, ButtonLook look);

// Draws the act of that id as a button, and wishes for what it stands for when it is clicked.
void button(const Ui& ui, Rect box, ActId id, ButtonLook look);

// Acts of which one is chosen, side by side in one frame.
float segments_width(const Ui& ui, std::span<const ActId> ids, Padding padding);
void segments(const Ui& ui, Rect box, std::span<const ActId> ids, Padding padding);

// A panel's heading in capitals. Returns its width.
float heading(const Ui& ui, Rect box, std::string_view text);
// Of a panel that is about one moment; where all modes are compared it says which of them it is about, if it has room.
float heading_of_mode(const Ui& ui, Rect box, std::string_view what, std::string_view when);

// A text in one row where it fits, `row` high, else in as many lines as it takes: its height, and the text itself.
float wrapped_height(const Ui& ui, float width, std::string_view text, Style style, float row);
void wrapped_text(const Ui& ui, Rect box, std::string_view text, Style style, Color ink);

// A scroll bar at the right of the box where the content does not fit; returns the offset to show it at.
struct Scrolling {
  float content = 0;  // its length, in the same unit as `view`
  float view = 0;
  float offset = 0;
  Grab grab = Grab::none;
};
float scroll_bar(const Ui& ui, Rect track, const Scrolling& scrolling);

}  // namespace interleave::gui
