#include "core/timeline/moment.h"

#include <algorithm>
#include <span>

namespace interleave {
namespace {

// The last span that has begun by `t`, or null.
const Span* last_begun(const std::vector<Span>& spans, Time t) {
  const auto next = std::upper_bound(spans.begin(), spans.end(), t,
                                     [](Time moment, const Span& span) { return moment < span.begin; });
  return next == spans.begin() ? nullptr : &*std::prev(next);
}

// How many of the items, which are in order of time, are not later than `t`.
template <class Item>
std::size_t count_until(std::span<const Item> items, Time t) {
  const auto next =
      std::upper_bound(items.begin(), items.end(), t, [](Time moment, const Item& item) { return moment < item.time; });
  return static_cast<std::size_t>(next - items.begin());
}

}  // namespace

Moment::Moment(const Timeline& timeline, Time t)
    : timeline_(timeline), t_(std::clamp(t, Time{}, std::max(Time{}, timeline.horizon()))) {}

Position Moment::position(TaskId task) const {
  const TaskTrack& track = timeline_.tasks()[index(task)];
  if (!track.submitted || t_ < *track.submitted) return {Position::Kind::not_submitted};
  const bool ended = track.finished ? *track.finished <= t_ : timeline_.finished() && t_ >= timeline_.horizon();
  if (ended) return {Position::Kind::ended};
  const Span* span = last_begun(track.spans, t_);
  if (!span || span->end <= t_) return {Position::Kind::between_steps};
  return {Position::Kind::in_span, span};
}

const Span* Moment::occupant(WorkerId worker) const {
  const Span* span = last_begun(timeline_.workers()[index(worker)].spans, t_);
  return span && t_ < span->end ? span : nullptr;
}

std::size_t Moment::lines_printed() const { return count_until(timeline_.output(), t_); }

std::optional<int> Moment::max_workers() const {
  const std::size_t changes = count_until(timeline_.changes(), t_);
  return changes == 0 ? timeline_.info().max_workers : timeline_.changes()[changes - 1].max_workers;
}

std::uint32_t Moment::between_steps() const {
  const Counts now = counts();
  return now[Counter::submitted] - now[Counter::ended] - now[Counter::queued] - now[Counter::ready] -
         now[Counter::running] - now[Counter::waiting_worker_free] - now[Counter::waiting_worker_held];
}

WorkerFigures Moment::worker(WorkerId worker) const {
  const WorkerTrack& lane = timeline_.workers()[index(worker)];
  WorkerFigures figures;
  if (const Span* span = last_begun(lane.spans, t_)) {
    figures = {lane.before[static_cast<std::size_t>(span - lane.spans.data())]};
    figures.part(span->state) += std::min(t_, span->end) - span->begin;
  }
  if (t_ > Time{}) figures.utilisation = seconds(figures.busy) / seconds(t_);
  return figures;
}

Duration Moment::waited(TaskId task) const {
  const TaskTrack& track = timeline_.tasks()[index(task)];
  const Span* span = last_begun(track.spans, t_);
  if (!span) return Duration{0};
  const Duration before = track.waited_before[static_cast<std::size_t>(span - track.spans.data())];
  return waits_for_turn(*span) ? before + (std::min(t_, span->end) - span->begin) : before;
}

}  // namespace interleave
