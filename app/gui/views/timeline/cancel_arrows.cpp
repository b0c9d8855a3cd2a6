#include "app/gui/views/timeline/cancel_arrows.h"

#include <map>
#include <unordered_map>
#include <vector>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/row_arrows.h"

namespace interleave::gui {

namespace {

constexpr float kLeastArrowRow = 22;  // in lower rows an arrow would hide the bar

}  // namespace

void draw_cancel_arrows(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale) {
  if (comparison(ui.state) != nullptr || rows.height < ui.px(kLeastArrowRow)) return;
  const Timeline& timeline = *ui.state.run.record;
  const Time now = happened_until(ui.state);
  std::unordered_map<TaskId, const LaneRow*> row_of;
  for (const LaneRow& row : rows.visible) {
    if (lanes[row.lane].kind == LaneKind::task) row_of.emplace(task_id(lanes[row.lane].track), &row);
  }
  std::map<Time, std::vector<RowArrow>> arrows;
  for (const auto& [task, row] : row_of) {
    const auto& cancelled = timeline.tasks()[index(task)].cancelled;
    if (!cancelled || cancelled->by == task || cancelled->at > now) continue;
    const auto by = row_of.find(cancelled->by);
    if (by != row_of.end()) arrows[cancelled->at].push_back(arrow_between(ui, *by->second, *row));
  }
  ui.canvas.clip(bars);
  for (auto& [at, together] : arrows) {
    const auto x = static_cast<float>(scale.x(at));
    if (x < bars.left || x > bars.right || together.size() > kMostRowArrows) continue;
    give_columns(ui, together);
    for (auto arrow = together.rbegin(); arrow != together.rend(); ++arrow) draw_row_arrow(ui, x, *arrow);
    ui.canvas.drawn().cancel_arrows += together.size();
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui
