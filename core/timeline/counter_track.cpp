#include "core/timeline/counter_track.h"

#include <algorithm>

namespace interleave {

void CounterTrack::settle() {
  if (pending_.empty()) return;
  const auto earlier = [](const Change& a, const Change& b) { return a.at < b.at; };
  if (!std::is_sorted(pending_.begin(), pending_.end(), earlier)) {
    std::stable_sort(pending_.begin(), pending_.end(), earlier);
  }

  const auto first_moved = std::lower_bound(points_.begin(), points_.end(), pending_.front().at,
                                            [](const Point& point, Time t) { return point.at < t; });
  const std::vector<Point> moved(first_moved, points_.end());
  points_.erase(first_moved, points_.end());

  // What was counted before, and what the changes add to it; unsigned wrap-around makes the differences come out right.
  Counts before = points_.empty() ? Counts{} : points_.back().counts;
  Counts added;
  auto old = moved.begin();
  auto change = pending_.begin();
  while (old != moved.end() || change != pending_.end()) {
    const Time at = old == moved.end() || (change != pending_.end() && change->at < old->at) ? change->at : old->at;
    if (old != moved.end() && old->at == at) before = (old++)->counts;
    for (; change != pending_.end() && change->at == at; ++change) {
      added[change->counter] += static_cast<std::uint32_t>(change->difference);
    }
    Counts sum = before;
    for (std::size_t i = 0; i < kCounters; ++i) sum[static_cast<Counter>(i)] += added[static_cast<Counter>(i)];
    push(at, sum);
  }
  pending_.clear();
}

Counts CounterTrack::at(Time t) const {
  const Point* point = last_point_at(t);
  return point ? point->counts : Counts{};
}

void CounterTrack::close() {
  settle();
  highest_ = highest_of_points();
}

Counts CounterTrack::highest_of_points() const {
  Counts most;
  for (const Point& point : points_) {
    for (std::size_t i = 0; i < kCounters; ++i) {
      const auto counter = static_cast<Counter>(i);
      most[counter] = std::max(most[counter], point.counts[counter]);
    }
  }
  return most;
}

Duration CounterTrack::work_until(Time t) const {
  const Point* point = last_point_at(t);
  return point ? point->work + point->counts[Counter::working] * (t - point->at) : Duration{0};
}

const CounterTrack::Point* CounterTrack::last_point_at(Time t) const {
  const auto next = std::upper_bound(points_.begin(), points_.end(), t,
                                     [](Time moment, const Point& point) { return moment < point.at; });
  return next == points_.begin() ? nullptr : &*std::prev(next);
}

void CounterTrack::push(Time at, const Counts& counts) {
  if (points_.empty()) {
    points_.push_back({at, Duration{0}, counts});
    return;
  }
  const Point& last = points_.back();
  if (last.counts == counts) return;
  const Duration work = last.work + last.counts[Counter::working] * (at - last.at);
  points_.push_back({at, work, counts});
}

}  // namespace interleave
