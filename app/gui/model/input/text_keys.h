#pragma once

#include <optional>

#include "app/gui/model/edit/text_press.h"
#include "app/gui/model/input/key_press.h"

namespace interleave::gui {

// What a key press means while text is being typed; none where it is no part of typing, as Ctrl+R is not.
std::optional<TextPress> text_press_of(const KeyPress& press);

}  // namespace interleave::gui
