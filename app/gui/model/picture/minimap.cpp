#include "app/gui/model/picture/minimap.h"

#include <algorithm>
#include <cmath>

#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr double kMinimapShortest = 1e-6;  // seconds between the edges of a frame, which do not cross

bool joins(const MiniBar& last, const MiniBar& next) {
  return next.left - last.right < 1 && last.task == next.task && last.look == next.look && last.future == next.future &&
         last.share == next.share;
}

bool joins(const MiniColumn& last, const MiniColumn& next) {
  return last.running == next.running && last.waiting == next.waiting && last.queued == next.queued;
}

template <class Part>
void add(std::vector<Part>& parts, const Part& next) {
  if (!parts.empty() && joins(parts.back(), next)) {
    parts.back().right = next.right;
  } else {
    parts.push_back(next);
  }
}

}  // namespace

std::vector<MiniBar> mini_bars(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon) {
  std::vector<MiniBar> bars;
  for (const Bar& bar : lay_out(lane, scale, playhead, horizon)) {
    const TaskId task = bar.one_task ? bar.task : TaskId::none;
    add(bars, {bar.left, bar.right, task, prevailing_look(bar), bar.future, std::ceil(share_of_all(bar) * 4) / 4});
  }
  return bars;
}

std::vector<MiniColumn> mini_columns(const Timeline& timeline, const TimeScale& scale) {
  std::vector<MiniColumn> columns;
  const float all = std::max(1.0F, static_cast<float>(timeline.tasks().size()));
  const auto share = [&](std::uint32_t count) { return static_cast<float>(count) / all; };
  for (float x = scale.left(); x < scale.right(); x += 1) {
    const Time middle = moment_at(scale.time(double{x} + 0.5));
    if (middle >= timeline.horizon()) break;
    const Counts counts = Moment(timeline, middle).counts();
    add(columns, {x, std::min(x + 1, scale.right()), share(counts[Counter::running]),
                  share(counts[Counter::waiting_worker_free] + counts[Counter::waiting_worker_held]),
                  share(counts[Counter::queued] + counts[Counter::ready])});
  }
  return columns;
}

const std::vector<MiniColumn>& KeptMiniColumns::of(const std::shared_ptr<const Timeline>& timeline,
                                                   const TimeScale& scale) {
  const Key key{timeline->horizon(), scale.left(), scale.right(), scale.range().begin, scale.range().end};
  if (timeline_ != timeline || !(key_ == key)) columns_ = mini_columns(*timeline, scale);
  timeline_ = timeline;
  key_ = key;
  return columns_;
}

TimeRange dragged(TimeRange range, FramePart part, double to_time, double grip) {
  switch (part) {
    case FramePart::none:
      return range;
    case FramePart::left_edge:
      return {std::min(to_time, range.end - kMinimapShortest), range.end};
    case FramePart::right_edge:
      return {range.begin, std::max(to_time, range.begin + kMinimapShortest)};
    case FramePart::middle:
      return {to_time - grip, to_time - grip + range.length()};
  }
  return range;
}

}  // namespace interleave::gui
