#pragma once

#include <span>

#include "app/gui/model/picture/bars.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// A row of what is known of a span: "begin", "1.00 s".
struct Fact {
  std::string name;
  std::string value;
};

// State, cause, begin, end, length, worker, step.
std::vector<Fact> facts_of(const Ui& ui, const Timeline& timeline, const Span& span);

Tooltip tooltip_of(const Ui& ui, const Timeline& timeline, const Span& span);
// Of a dense bar: how many spans it stands for, which state prevails, and the share of each.
Tooltip tooltip_of_dense(const Ui& ui, const Bar& bar, std::span<const Span> spans);
// Of several that are shorter than a pixel.
Tooltip tooltip_of_many(const Ui& ui, std::span<const Span> spans);

}  // namespace interleave::gui
