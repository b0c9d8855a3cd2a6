#pragma once

#include <cstdint>

namespace interleave::gui {

// Keys that type nothing, and the four that count by their place on the keyboard (as labelled on a US one).
enum class Key : std::uint8_t {
  none,
  position_w,
  position_a,
  position_s,
  position_d,
  space,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  enter,
  escape,
  tab,
  backspace,
  remove,
  insert,
  f2,
  f3,
  f4,
  f5,
  f6,
  f11,
  text,  // characters without a press of their own, as an input method sends: they count only where text is typed
};

// One press, as the window reports it. The key is known by its name, or by the character it types (with Ctrl: that it
// is labelled with); both where a key with a name types something, which counts where text is being typed.
struct KeyPress {
  Key key = Key::none;
  char32_t character = 0;  // none where nothing is typed yet, as with an accent
  bool control = false;
  bool shift = false;
  bool alt = false;
  char32_t place = 0;  // the character that a US keyboard has there, without Shift; none where its place says nothing
};

}  // namespace interleave::gui
