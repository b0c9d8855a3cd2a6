#include "app/gui/views/timeline/begun_dots.h"

#include <algorithm>

#include "app/gui/views/timeline/bar_paint.h"

namespace interleave::gui {

namespace {

constexpr float kBegunDot = 5;   // its radius
constexpr float kBegunRing = 2;  // around it, and of what is not solid

void draw_begun_dot(const Ui& ui, const Bar& bar, Point at, float most) {
  const BarColors colors = colors_of_task(ui.theme, bar.task);
  const float radius = std::min(ui.px(kBegunDot), most);
  const float ring = std::max(1.0F, ui.px(kBegunRing));
  ui.canvas.circle(at, radius + ring, ui.theme.ground);
  ui.canvas.circle(at, radius, colors.line);
  ui.canvas.circle(at, radius - ring, is_solid(bar.look) ? colors.area : ui.theme.ground);
}

}  // namespace

void draw_begun_dots(const Ui& ui, const LaneRows& rows, Rect bars, LanePictures& pictures) {
  ui.canvas.clip({bars.left - ui.px(kBegunDot + kBegunRing), bars.top, bars.right, bars.bottom});
  for (const LaneRow& row : rows.visible) {
    const Rect box = bar_box(ui, row.box);
    for (const Bar& bar : pictures.of(row)) {
      if (!bar.begins_now) continue;
      const Point at{bar.left, box.center().y};
      draw_begun_dot(ui, bar, at, box.height() / 2);
      ui.canvas.drawn().begun.push_back({at, row.lane, bar.task});
    }
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui
