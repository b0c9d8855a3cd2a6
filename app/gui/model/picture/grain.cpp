#include "app/gui/model/picture/grain.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr std::size_t kManySpans = 35'000;  // in sight, of all lanes
constexpr double kManyPixels = 60'000;      // of all lanes

}  // namespace

Grain grain_for(std::size_t spans, std::size_t lanes, double width) {
  constexpr double kLongSpan = 8;
  constexpr double kWideCell = 20;
  if (spans <= kManySpans) return {};
  const bool many_cells = static_cast<double>(lanes) * width > kManyPixels;
  return {kLongSpan, many_cells ? kWideCell : Grain{}.cell, true};
}

std::size_t spans_in_sight(const Lane& lane, const TimeScale& scale) {
  const Time begin = moment_at(scale.range().begin);
  const Time end = moment_at(scale.range().end);
  const auto first =
      std::partition_point(lane.spans.begin(), lane.spans.end(), [&](const Span& span) { return span.end <= begin; });
  const auto last = std::partition_point(first, lane.spans.end(), [&](const Span& span) { return span.begin < end; });
  return static_cast<std::size_t>(last - first);
}

}  // namespace interleave::gui
