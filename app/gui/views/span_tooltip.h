#pragma once

#include <span>

#include "app/gui/views/ui.h"

namespace interleave::gui {

// A row of what is known of a span: "begin", "1.00 s".
struct Fact {
  std::string name;
  std::string value;
};

// State, cause, begin, end, length, worker, step.
std::vector<Fact> facts_of(const Ui& ui, const Timeline& timeline, const Span& span);

Tooltip tooltip_of(const Ui& ui, const Timeline& timeline, const Span& span);
// Of several that are shorter than a pixel.
Tooltip tooltip_of_many(const Ui& ui, std::span<const Span> spans);

}  // namespace interleave::gui
