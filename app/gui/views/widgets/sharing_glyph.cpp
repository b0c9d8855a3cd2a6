#include "app/gui/views/widgets/sharing_glyph.h"

#include <algorithm>

namespace interleave::gui {

namespace {

void fill_lozenge(Canvas& canvas, Point at, float radius, Color color) {
  canvas.triangle({at.x - radius, at.y}, {at.x, at.y - radius}, {at.x + radius, at.y}, color);
  canvas.triangle({at.x - radius, at.y}, {at.x + radius, at.y}, {at.x, at.y + radius}, color);
}

}  // namespace

void draw_sharing_glyph(const Ui& ui, SharingMark::Kind kind, Point center, float radius) {
  const float rim = std::max(1.0F, ui.px(2));
  const Color ink = warning_color(ui.theme);
  fill_lozenge(ui.canvas, center, radius + 2 * rim, ui.theme.ground);
  switch (kind) {
    case SharingMark::Kind::unordered: {
      const float apart = std::max(1.0F, radius * 0.2F);
      const float half = radius * 0.8F;
      ui.canvas.triangle({center.x - apart, center.y - half}, {center.x - apart, center.y + half},
                         {center.x - radius - apart, center.y}, ink);
      ui.canvas.triangle({center.x + apart, center.y - half}, {center.x + radius + apart, center.y},
                         {center.x + apart, center.y + half}, ink);
      return;
    }
    case SharingMark::Kind::lost_update:
      return fill_lozenge(ui.canvas, center, radius, ink);
    case SharingMark::Kind::stale_decision:
      fill_lozenge(ui.canvas, center, radius, ink);
      return fill_lozenge(ui.canvas, center, radius - std::max(2.0F, radius * 0.42F), ui.theme.ground);
  }
}

}  // namespace interleave::gui
