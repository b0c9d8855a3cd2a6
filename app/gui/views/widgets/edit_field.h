#pragma once

#include "app/gui/model/edit/text_edit.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What stands behind selected text.
Color selection_color(const Theme& theme);

// The one-line text that is being edited, with cursor and selection; a long one scrolls with its cursor. Wishes for
// where the mouse puts the cursor.
void draw_text_field(const Ui& ui, Rect box, const TextEdit& edit, Style style);

enum class Typing : std::uint8_t { no, yes };

// A field of its own: framed, and while it is empty it says what it is for.
void draw_framed_field(const Ui& ui, Rect box, const TextEdit& edit, std::string_view purpose, Typing typing);

}  // namespace interleave::gui
