#pragma once

#include "app/gui/model/search_field.h"
#include "app/gui/views/ui.h"

namespace interleave::gui {

enum class Typing : std::uint8_t { no, yes };

// One line of text with, while it is typed into, a cursor at its end; without text, what it is for.
void text_field(const Ui& ui, Rect box, const SearchField& field, std::string_view purpose, Typing typing);

}  // namespace interleave::gui
