#include "app/gui/model/picture/use_marks.h"

#include <algorithm>

namespace interleave::gui {

std::vector<std::vector<UseMark>> use_marks(const Timeline& timeline, const TimeScale& scale, Time until,
                                            float apart_px) {
  std::vector<std::vector<UseMark>> marks(timeline.tasks().size());
  const auto accesses = timeline.accesses();
  const Time begin = moment_at(std::max(0.0, scale.range().begin));
  const Time end = std::min(until, moment_at(scale.range().end));
  auto access =
      std::partition_point(accesses.begin(), accesses.end(), [&](const Access& other) { return other.time < begin; });
  for (; access != accesses.end() && access->time <= end; ++access) {
    std::vector<UseMark>& own = marks[index(access->task)];
    const auto x = static_cast<float>(scale.x(access->time));
    if (own.empty() || x - own.back().x >= apart_px) own.push_back({x, {}, 0});
    ++own.back().count;
    if (own.back().uses.size() < kUsesKept) {
      own.back().uses.push_back(static_cast<std::size_t>(access - accesses.begin()));
    }
  }
  return marks;
}

}  // namespace interleave::gui
