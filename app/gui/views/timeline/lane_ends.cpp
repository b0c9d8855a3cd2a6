#include "app/gui/views/timeline/lane_ends.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "app/gui/views/timeline/use_marks_view.h"

namespace interleave::gui {

namespace {

constexpr float kEndMark = 12;
constexpr float kBesideMark = 5;
constexpr std::size_t kLongestReason = 48;  // characters; the tooltip has all of it

class LaneEndPainter {
 public:
  LaneEndPainter(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale)
      : ui_(ui),
        lane_(lane),
        row_(row),
        scale_(scale),
        timeline_(*lane.timeline),
        box_(bar_box(ui, row.box)),
        now_(happened_until(ui.state)) {}

  // How the lane's task ended, and when, behind its last bar or on the end of it.
  std::vector<Gap> draw_own(const std::vector<Bar>& bars, const std::vector<BarRoom>& rooms) const {
    const TaskId task = task_id(lane_.track);
    const TaskTrack& track = timeline_.tasks()[lane_.track];
    if (track.outcome == Outcome::not_started && lane_.kind == LaneKind::task) return {draw_never()};
    if (!track.finished || !track.outcome || *track.finished > now_) return {};
    const float x = static_cast<float>(scale_.x(*track.finished));
    if (x < scale_.left() || x > scale_.right()) return {};
    std::size_t last = bars.size();
    for (std::size_t i = 0; i < bars.size() && bars[i].left < x; ++i) last = i;
    const BarRoom room = last < bars.size() ? rooms[last] : BarRoom{x, {}};
    return {draw(task, room, x, scale_.right())};
  }

  // How the tasks of a worker ended.
  std::vector<Gap> draw_between(const std::vector<Bar>& bars, const std::vector<BarRoom>& rooms) const {
    std::vector<Gap> taken;
    for (std::size_t i = 0; i < bars.size(); ++i) {
      // Of many spans, only an end that nothing follows can be told.
      const bool is_last = i + 1 == bars.size() || bars[i + 1].left - bars[i].right >= ui_.px(kNearEnd);
      if (bars[i].count > 1 && !is_last) continue;
      const Span& span = lane_.spans[bars[i].first + bars[i].count - 1];
      const TaskTrack& task = timeline_.tasks()[index(span.task)];
      if (!task.outcome || task.finished != span.end || span.end > now_) continue;
      const float right = i + 1 < bars.size() ? bars[i + 1].left : scale_.right();
      taken.push_back(draw(span.task, rooms[i], bars[i].right, right));
    }
    return taken;
  }

 private:
  // A task that nobody began has no bar.
  Gap draw_never() const {
    if (!timeline_.finished() || now_ < timeline_.horizon() || !lane_.spans.empty()) return {};
    if (row_.box.height() < ui_.canvas.text_height(Style::small)) return {};
    const float left = scale_.left() + ui_.px(kBesideMark);
    const std::string_view text = name(TaskEnd::not_started);
    const float width = ui_.canvas.text_width(text, Style::small) + 1;
    ui_.canvas.text({left, row_.box.top, left + width, row_.box.bottom}, text, Style::small, ui_.theme.quiet_text);
    explain({left, box_.top, left + width, box_.bottom}, task_id(lane_.track));
    return {left, left + width};
  }

  // What may stand behind the mark, from the longest to nothing.
  std::vector<std::string> texts_of(TaskId task) const {
    if (row_.box.height() < ui_.canvas.text_height(Style::small)) return {""};
    const TaskTrack& track = timeline_.tasks()[index(task)];
    const std::string time = "at " + time_text(*track.finished) + difference_text(task);
    const std::string reason = end_reason(timeline_, task);
    if (reason.empty() || reason.size() > kLongestReason) return {time, ""};
    return {fmt::format("{}: {}", time, reason), time, ""};
  }

  // How much later than simulated a real task ended.
  std::string difference_text(TaskId task) const {
    if (lane_.compared || !shows_simulation(ui_.state)) return {};
    const std::optional<Time> predicted = ui_.state.run.prediction->tasks()[index(task)].finished;
    if (!predicted) return {};
    return ", " + signed_time_text(seconds(*timeline_.tasks()[index(task)].finished - *predicted));
  }

  float width_of(const std::string& text) const {
    const float mark = ui_.px(kEndMark);
    return text.empty() ? mark : mark + ui_.px(kBesideMark) + ui_.canvas.text_width(text, Style::small) + 1;
  }

  // The mark, and what there is room for, of what ended at `x`: behind that, where no playhead crosses it and nothing
  // follows up to `right`; or on the end of its bar. What lies between is taken too: marks may stand there.
  Gap draw(TaskId task, const BarRoom& room, float x, float right) const {
    const float gap = ui_.px(kBesideMark);
    const float from = x + gap + uses_at_end(task);
    const auto texts = texts_of(task);
    for (const std::string& text : texts) {
      const float width = width_of(text);
      const float behind = beside_playhead(ui_, scale_, from, from + width);
      if (behind == from && behind + width <= right) {
        return {x, draw_in(task, behind, text, ui_.theme.text).right};
      }
      const bool is_longest = texts.size() > 2 && &text == &texts.front();
      const bool bears_it = (room.ink.has_value() || bears_plate(ui_, box_)) && !is_at_arrow(task);
      if (!is_longest && room.free_from + 2 * gap + width <= x && bears_it) {
        return draw_on_bar(task, room, x - gap - width, text);
      }
    }
    // Beyond the playhead, where it is near enough to be told to be of this bar.
    for (const std::string& text : texts) {
      const float width = width_of(text);
      const float behind = beside_playhead(ui_, scale_, from, from + width);
      if (behind - from <= ui_.px(kNearEnd) && behind + width <= right) {
        return {x, draw_in(task, behind, text, ui_.theme.text).right};
      }
    }
    return {};
  }

  float uses_at_end(TaskId task) const {
    const bool has_marks = lane_.kind == LaneKind::task && !lane_.compared;
    return has_marks ? width_of_uses_at_end(ui_, timeline_, task, box_) : 0;
  }

  // Whether an arrow from who cancels to who is cancelled stands on the end of the bar.
  bool is_at_arrow(TaskId task) const {
    const auto& ends = ui_.memory.findings.of(timeline_).cancel_ends;
    return !lane_.compared && lane_.kind == LaneKind::task &&
           std::binary_search(ends.begin(), ends.end(), CancelEnd{task, *timeline_.tasks()[index(task)].finished});
  }

  Gap draw_on_bar(TaskId task, const BarRoom& room, float from, const std::string& text) const {
    if (room.ink) return draw_in(task, from, text, *room.ink);
    const float gap = ui_.px(kBesideMark);
    const float half = std::min(ui_.px(10), box_.height() / 2);
    ui_.canvas.fill({from - gap / 2, box_.center().y - half, from + width_of(text) + gap / 2, box_.center().y + half},
                    ui_.theme.ground, ui_.px(3));
    return draw_in(task, from, text, ui_.theme.text);
  }

  Gap draw_in(TaskId task, float from, const std::string& text, Color ink) const {
    const TaskEnd end = *end_of(timeline_.tasks()[index(task)]);
    const Color mark_ink = ink == ui_.theme.text ? color_of_end(ui_.theme, end) : ink;
    const float width = width_of(text);
    Rect place{from, row_.box.top, from + width, row_.box.bottom};
    explain(place, task);
    draw_end_mark(ui_.canvas, end, place.cut_left(ui_.px(kEndMark)), mark_ink);
    place.cut_left(ui_.px(kBesideMark));
    if (!text.empty()) ui_.canvas.text(place, text, Style::small, ink);
    return {from, from + width};
  }

  void explain(Rect place, TaskId task) const {
    if (!ui_.pointer.over(place) || ui_.memory.grab != Grab::none) return;
    Tooltip tooltip{timeline_.tasks()[index(task)].name, end_sentences(timeline_, task)};
    ui_.tooltip = std::move(tooltip);
  }

  const Ui& ui_;
  const Lane& lane_;
  const LaneRow& row_;
  const TimeScale& scale_;
  const Timeline& timeline_;
  Rect box_;
  Time now_;
};

}  // namespace

std::vector<Gap> draw_lane_ends(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale,
                                const std::vector<Bar>& bars, const std::vector<BarRoom>& rooms) {
  const LaneEndPainter painter(ui, lane, row, scale);
  if (lane.kind == LaneKind::worker) return painter.draw_between(bars, rooms);
  // A task that took a worker ends there.
  const bool ends_here = lane.kind == LaneKind::task || (!lane.spans.empty() && shows(lane, lane.spans.back()));
  return ends_here ? painter.draw_own(bars, rooms) : std::vector<Gap>();
}

float beside_playhead(const Ui& ui, const TimeScale& scale, float left, float right) {
  const auto playhead = static_cast<float>(scale.x(ui.state.playhead));
  const float room = ui.px(4);
  return playhead > left - room && playhead < right + room ? playhead + room + 1 : left;
}

}  // namespace interleave::gui
