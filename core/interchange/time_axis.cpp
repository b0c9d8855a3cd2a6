#include "core/interchange/time_axis.h"

#include <algorithm>
#include <cstdint>

#include "core/base/json_text.h"

namespace interleave {
namespace {

constexpr int kGapBetweenLabels = 2;
constexpr int kDigitsOfMoment = 1000;  // the end of the axis, in the last digit of a moment

// 1, 2, 5, 10, 20, 50, ...
Duration next_tick(Duration tick) {
  if (tick > Duration::max() / 5) return Duration::max();
  std::int64_t leading = tick.count();
  while (leading >= 10) leading /= 10;
  return leading == 2 ? tick / 2 * 5 : tick * 2;
}

std::string label_text(Duration length) { return exact_seconds(length) + " s"; }

}  // namespace

TimeAxis::TimeAxis(Time end, int most_columns) {
  const Duration length = end.time_since_epoch();
  while (digit_ <= length / (kDigitsOfMoment * 10)) digit_ *= 10;
  if (length <= Duration{0}) return;
  for (tick_ = Duration{1};; tick_ = next_tick(tick_)) {
    // A column is never shorter than a nanosecond.
    const double fitting = most_columns * (static_cast<double>(tick_.count()) / static_cast<double>(length.count()));
    columns_a_tick_ = static_cast<int>(std::min({fitting, static_cast<double>(tick_.count()), most_columns * 1.0}));
    const Duration last = length / tick_ * tick_;
    const auto label_width = static_cast<int>(std::max(label_text(last).size(), label_text(last - tick_).size()));
    const bool labels_fit = columns_a_tick_ >= label_width + kGapBetweenLabels;
    if (columns_a_tick_ > 0 && (labels_fit || tick_ >= length) && columns_for(end) <= most_columns) break;
  }
  columns_ = columns_for(end);
}

Time TimeAxis::begin_of(int column) const {
  const Duration whole = tick_ * (column / columns_a_tick_);
  // In two parts, for a tick may be as long as a duration can be.
  const int within = column % columns_a_tick_;
  return Time(whole + tick_ / columns_a_tick_ * within + tick_ % columns_a_tick_ * within / columns_a_tick_);
}

int TimeAxis::column_of(Time t) const {
  const Duration length = t.time_since_epoch();
  // The product of the part within a tick and the columns, divided by the tick: step by step, for it may have no room.
  const auto tick = static_cast<std::uint64_t>(tick_.count());
  const auto part = static_cast<std::uint64_t>((length % tick_).count());
  auto rest = static_cast<std::uint64_t>(columns_a_tick_ - 1);
  int within = 0;
  for (int column = 0; column < columns_a_tick_; ++column) {
    rest += part;
    if (rest < tick) continue;
    rest -= tick;
    ++within;
  }
  return static_cast<int>(length / tick_) * columns_a_tick_ + within;
}

std::string TimeAxis::label(int column) const { return label_text(tick_ * (column / columns_a_tick_)); }

std::string TimeAxis::moment_text(Time t) const {
  return label_text((t.time_since_epoch() + digit_ / 2) / digit_ * digit_);
}

int TimeAxis::columns_for(Time end) const {
  const int column = column_of(end);
  return begin_of(column) < end ? column + 1 : column;
}

}  // namespace interleave
