#include "app/gui/views/edit/step_measures.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr float kStepRow = 28;
constexpr float kStepIndent = 16;

}  // namespace

float step_row_height(const Ui& ui) { return ui.px(kStepRow); }

float step_indent(const Ui& ui, std::size_t depth) {
  return ui.px(kStepIndent) * static_cast<float>(std::min(depth, kDeepestIndent));
}

}  // namespace interleave::gui
