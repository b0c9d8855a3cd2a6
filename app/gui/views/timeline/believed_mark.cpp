#include "app/gui/views/timeline/believed_mark.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr float kBelievedLine = 3;
constexpr float kBelievedDash = 9;
constexpr float kBelievedGap = 6;
constexpr float kBelievedPlate = 24;

// The row of the task's lane, or all of them; empty where it is out of sight.
Rect believed_area(const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars, const Believed& believed) {
  if (!believed.task) return bars;
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (lane.kind == LaneKind::task && lane.track == index(*believed.task)) {
      return {bars.left, row.box.top, bars.right, row.box.bottom};
    }
  }
  return {};
}

void draw_dashes(const Ui& ui, float x, Rect area) {
  const float half = ui.px(kBelievedLine) / 2;
  for (float y = area.top; y < area.bottom; y += ui.px(kBelievedDash + kBelievedGap)) {
    const float bottom = std::min(y + ui.px(kBelievedDash), area.bottom);
    ui.canvas.fill(Rect{x - half, y, x + half, bottom}.inset(-1, -1), ui.theme.ground);
    ui.canvas.fill({x - half, y, x + half, bottom}, ui.theme.text);
  }
}

}  // namespace

void draw_believed(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                   const TimeScale& scale) {
  if (!ui.state.believed || ui.state.comparing) return;
  const Believed& believed = *ui.state.believed;
  const Rect area = believed_area(lanes, rows, bars, believed);
  if (area.empty()) return;
  const auto x = static_cast<float>(scale.x(believed.at));
  const bool in_sight = x >= area.left && x <= area.right + 1;
  ui.canvas.clip(area);
  if (in_sight) draw_dashes(ui, x, area);
  const std::string said = x > area.right + 1 ? believed.said + " →" : believed.said;
  const float width = ui.canvas.text_width(said, Style::strong) + ui.px(16);
  // Where the run has ended it stands free of the bars: on the right, if there is room.
  float left = x + ui.px(kBelievedLine);
  if (left + width > area.right) left = std::min(x - ui.px(kBelievedLine), area.right) - width;
  const Rect plate{left, area.bottom - ui.px(kBelievedPlate), left + width, area.bottom};
  if (x >= area.left) {
    ui.canvas.cover(plate);
    ui.canvas.fill(plate, ui.theme.ground, ui.px(3));
    ui.canvas.frame(plate, ui.theme.text, ui.px(1), ui.px(3));
    ui.canvas.text(plate, said, Style::strong, ui.theme.text, Align::center);
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui
