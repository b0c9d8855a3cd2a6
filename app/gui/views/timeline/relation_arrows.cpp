#include "app/gui/views/timeline/relation_arrows.h"

#include <algorithm>
#include <optional>

#include "app/gui/model/explain/relations.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/lane_arrows.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostRelationArrows = 24;

// A task of a run on the screen.
struct LookedAt {
  TaskId task = TaskId::none;
  const Timeline* timeline = nullptr;
  std::optional<Mode> compared;
};

// Whose lane, or on a worker's lane whose span, is under the pointer.
std::optional<LookedAt> pointed_task(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                                     const TimeScale& scale) {
  if (!ui.pointer.over(bars) || ui.memory.grab != Grab::none) return std::nullopt;
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (!ui.pointer.over(bar_box(ui, row.box)) || lane.kind == LaneKind::shared) continue;
    if (lane.kind != LaneKind::worker) return LookedAt{task_id(lane.track), lane.timeline, lane.compared};
    const Time at = moment_at(scale.time(double{ui.pointer.at.x}));
    const auto span =
        std::partition_point(lane.spans.begin(), lane.spans.end(), [&](const Span& other) { return other.end <= at; });
    if (span == lane.spans.end() || span->begin > at) return std::nullopt;
    return LookedAt{span->task, lane.timeline, lane.compared};
  }
  return std::nullopt;
}

std::optional<LookedAt> selected_task(const Ui& ui) {
  if (selected_span(ui.state) == nullptr) return std::nullopt;
  const Selection& selection = *ui.state.selection;
  return LookedAt{selection.task, &timeline_of(ui.state, selection.compared), selection.compared};
}

class RelationPainter {
 public:
  RelationPainter(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars, const TimeScale& scale)
      : ui_(ui), lanes_(lanes), rows_(rows), bars_(bars), scale_(scale) {}

  void draw(const LookedAt& looked_at) {
    for (const Relation& relation : relations_of(*looked_at.timeline, looked_at.task, happened_until(ui_.state))) {
      const auto x = static_cast<float>(scale_.x(relation.at));
      if (x < bars_.left || x > bars_.right || drawn_ == kMostRelationArrows) continue;
      const LaneRow* from = row_of(looked_at, relation.from, relation.at);
      const LaneRow* to = row_of(looked_at, relation.to, relation.at);
      if (from == nullptr || to == nullptr || from == to) continue;
      draw_lane_arrow(ui_, *from, *to, x, bars_);
      ++drawn_;
    }
  }

  std::size_t drawn() const { return drawn_; }

 private:
  // Where the task was up to that moment; one that had not begun has a lane of its own by task.
  const LaneRow* row_of(const LookedAt& looked_at, TaskId task, Time at) const {
    const auto& spans = looked_at.timeline->tasks()[index(task)].spans;
    auto after = std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.begin < at; });
    if (after != spans.begin()) return row_showing(lanes_, rows_, *std::prev(after), looked_at.compared);
    const auto own = std::find_if(rows_.visible.begin(), rows_.visible.end(), [&](const LaneRow& row) {
      const Lane& lane = lanes_[row.lane];
      return lane.kind == LaneKind::task && lane.track == index(task) && lane.compared == looked_at.compared;
    });
    return own == rows_.visible.end() ? nullptr : &*own;
  }

  const Ui& ui_;
  const std::vector<Lane>& lanes_;
  const LaneRows& rows_;
  Rect bars_;
  const TimeScale& scale_;
  std::size_t drawn_ = 0;
};

}  // namespace

void draw_relation_arrows(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                          const TimeScale& scale) {
  RelationPainter painter(ui, lanes, rows, bars, scale);
  if (const auto selected = selected_task(ui)) painter.draw(*selected);
  if (const auto pointed = pointed_task(ui, lanes, rows, bars, scale)) painter.draw(*pointed);
  ui.canvas.drawn().relation_arrows = painter.drawn();
}

}  // namespace interleave::gui
