#pragma once

#include <string>

namespace interleave::gui {

// One line of text being typed; the cursor stands at its end.
struct SearchField {
  std::string text;  // UTF-8

  // Ignores what is no printable character.
  void type(char32_t character);
  // Takes the last character away, if there is one.
  void erase();
};

}  // namespace interleave::gui
