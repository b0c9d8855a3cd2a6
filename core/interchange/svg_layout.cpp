#include "core/interchange/svg_layout.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/base/shared_object.h"
#include "core/interchange/svg_shapes.h"
#include "core/interchange/text_width.h"

namespace interleave {
namespace {

constexpr double kAfterNames = 12;
constexpr double kEnd = 170;  // for what is said of a lane's end
constexpr int kWidestName = 26;
constexpr std::size_t kMostLanesOfSvg = 100;
constexpr std::size_t kMostBars = 45'000;
constexpr std::array kLeastPixels = {1.0, 2.0, 4.0, 8.0, 16.0};

std::vector<SvgLane> lanes_of(const Timeline& timeline) {
  std::vector<SvgLane> lanes;
  for (const TaskTrack& task : timeline.tasks().first(std::min(kMostLanesOfSvg, timeline.tasks().size()))) {
    lanes.push_back({&task, WorkerId::none, task.name, task.spans, {}, {}});
  }
  for (std::size_t i = 0; i < std::min(kMostLanesOfSvg, timeline.workers().size()); ++i) {
    const WorkerTrack& worker = timeline.workers()[i];
    lanes.push_back({nullptr, worker_id(i), worker.name, worker.spans, {}, {}});
  }
  return lanes;
}

// Returns how many bars there are.
std::size_t lay_out(std::vector<SvgLane>& lanes, const Timeline& timeline, const SvgScale& scale, double least) {
  std::size_t bars = 0;
  for (SvgLane& lane : lanes) {
    lane.bars = bars_of(lane.spans, scale, least);
    if (lane.worker != WorkerId::none) {
      lane.turns = bars_of(timeline.workers()[index(lane.worker)].turns, lane.bars, scale, least);
    }
    bars += lane.bars.size() + lane.turns.size();
  }
  return bars;
}

}  // namespace

std::string svg_lane_name(const SvgLane& lane) {
  return cut_to_width(printable(lane.name, true), kWidestName, kSvgEllipsis);
}

std::string svg_shared_name(const SharedObject& object) {
  const std::string name = fmt::format("{} {}", noun(object.kind), object.name);
  return svg_lane_name({.name = name});
}

SvgLayout::SvgLayout(const Timeline& timeline, double width)
    : lanes(lanes_of(timeline)), tasks(std::min(kMostLanesOfSvg, timeline.tasks().size())) {
  double widest = 0;
  const auto make_room = [&](const std::string& name) {
    widest = std::max(widest, svg_text_width(name, SvgStyle::normal));
  };
  for (const SvgLane& lane : lanes) make_room(svg_lane_name(lane));
  const auto& shared = timeline.info().objects;
  for (std::size_t i = 0; i < std::min(shared.size(), kMostSharedLanes); ++i) make_room(svg_shared_name(shared[i]));
  scale.left = kSvgMargin + widest + kAfterNames;
  scale.horizon = timeline.horizon();
  axis = TimeAxis(timeline.horizon(), static_cast<int>((width - kSvgMargin - kEnd - scale.left) / kSvgColumn));
  const double tick = seconds(axis.begin_of(axis.columns_a_tick()));
  scale.pixels_a_second = axis.columns() == 0 ? 0 : axis.columns_a_tick() * kSvgColumn / tick;
  for (const double pixels : kLeastPixels) {
    least = pixels;
    bars = lay_out(lanes, timeline, scale, least);
    if (bars <= kMostBars) return;
  }
}

}  // namespace interleave
