#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

inline constexpr std::size_t kDeepestIndent = 8;  // what is within more steps begins there too

float step_row_height(const Ui& ui);
// Where rows of that depth begin, from the left of the list.
float step_indent(const Ui& ui, std::size_t depth);

}  // namespace interleave::gui
