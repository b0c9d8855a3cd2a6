#include "app/gui/model/picture/turn_layout.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

std::vector<TurnTick> lay_out_turns(std::span<const Turn> turns, const TimeScale& scale, Time playhead) {
  std::vector<TurnTick> ticks;
  // Steps that double find the next pixel near by, whether it is the next turn or the ten thousandth.
  const auto at_or_after = [&](std::span<const Turn>::iterator from, Time time) {
    std::ptrdiff_t step = 1;
    while (turns.end() - from > step && from[step].at < time) {
      from += step;
      step *= 2;
    }
    const auto last = turns.end() - from > step ? from + step : turns.end();
    return std::partition_point(from, last, [&](const Turn& turn) { return turn.at < time; });
  };
  auto turn = at_or_after(turns.begin(), moment_at(scale.range().begin));
  while (turn != turns.end() && turn->at <= playhead && scale.x(turn->at) <= double{scale.right()}) {
    const double pixel = std::floor(scale.x(turn->at));
    const Time pixel_end = std::min(moment_at(scale.time(pixel + 1)), playhead + Duration{1});
    const auto next = std::max(turn + 1, at_or_after(turn, pixel_end));
    ticks.push_back({static_cast<float>(pixel), static_cast<std::size_t>(turn - turns.begin()),
                     static_cast<std::size_t>(next - turn)});
    turn = next;
  }
  return ticks;
}

bool is_crowded(std::span<const TurnTick> ticks, std::size_t i, float apart) {
  constexpr std::size_t kAround = 4;  // before and after
  const std::size_t first = i < kAround ? 0 : i - kAround;
  const std::size_t last = std::min(i + kAround, ticks.size() - 1);
  if (last - first < kAround) return false;
  return ticks[last].x - ticks[first].x < apart * static_cast<float>(last - first);
}

Gap widest_gap(std::span<const Bar> bars, std::span<const TurnTick> ticks, float left, float right) {
  Gap widest{left, left};
  float from = left;
  const auto close = [&](float to) {
    if (to - from > widest.right - widest.left) widest = {from, to};
  };
  auto bar = bars.begin();
  auto tick = ticks.begin();
  while (bar != bars.end() || tick != ticks.end()) {
    const bool bar_first = tick == ticks.end() || (bar != bars.end() && bar->left <= tick->x);
    const float begin = bar_first ? bar->left : tick->x;
    const float end = bar_first ? bar->right : tick->x + 1;
    if (begin >= right) break;
    close(begin);
    from = std::max(from, end);
    bar_first ? static_cast<void>(++bar) : static_cast<void>(++tick);
  }
  close(right);
  return widest;
}

}  // namespace interleave::gui
