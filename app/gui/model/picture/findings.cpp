#include "app/gui/model/picture/findings.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr std::size_t kMostAccessesWhileGrowing = 5'000;

void add_cuts(const Timeline& timeline, std::vector<Cut>& cuts) {
  const auto tasks = timeline.tasks();
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    for (const Timeout& timeout : timeouts_of(timeline, task_id(i))) {
      const bool is_its_end = end_of(tasks[i]) == TaskEnd::timed_out && !goes_on_after(tasks[i], timeout.at);
      if (!is_its_end) cuts.push_back({task_id(i), timeout.at, TaskEnd::timed_out});
    }
    const auto& cancelled = tasks[i].cancelled;
    if (!cancelled || !goes_on_after(tasks[i], cancelled->at)) continue;
    const auto wait = cancelled_in(tasks[i]);
    cuts.push_back({task_id(i), wait ? tasks[i].spans[*wait].end : cancelled->at, TaskEnd::cancelled});
  }
}

std::vector<TaskEnd> ends_in(const Timeline& timeline, const std::vector<Cut>& cuts) {
  std::vector<TaskEnd> ends;
  for (const TaskTrack& task : timeline.tasks()) {
    const auto end = end_of(task);
    if (end && *end != TaskEnd::finished && *end != TaskEnd::not_started) ends.push_back(*end);
  }
  for (const Cut& cut : cuts) ends.push_back(cut.how);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

std::vector<CancelEnd> cancel_ends_in(const Timeline& timeline) {
  std::vector<CancelEnd> ends;
  const auto tasks = timeline.tasks();
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const auto& cancelled = tasks[i].cancelled;
    if (!cancelled || cancelled->by == TaskId::none || cancelled->by == task_id(i)) continue;
    ends.push_back({task_id(i), cancelled->at});
    ends.push_back({cancelled->by, cancelled->at});
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

}  // namespace

Findings findings_of(const Timeline& timeline) {
  Findings findings;
  const bool all = timeline.finished() || timeline.accesses().size() <= kMostAccessesWhileGrowing;
  findings.marks = all ? marks_of(timeline) : stale_marks_of(timeline);
  add_cuts(timeline, findings.cuts);
  findings.cancel_ends = cancel_ends_in(timeline);
  findings.ends = ends_in(timeline, findings.cuts);
  return findings;
}

void KeptFindings::look_at(const std::vector<std::shared_ptr<const Timeline>>& runs) {
  std::vector<Kept> kept;
  for (const auto& run : runs) {
    const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& old) {
      return old.run == run && old.horizon == run->horizon() && old.finished == run->finished();
    });
    kept.push_back(same != kept_.end() ? *same
                                       : Kept{run, run->horizon(), run->finished(),
                                              std::make_shared<const Findings>(findings_of(*run))});
  }
  kept_ = std::move(kept);
}

const Findings& KeptFindings::of(const Timeline& timeline) const {
  static const Findings none;
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.run.get() == &timeline; });
  return found == kept_.end() ? none : *found->findings;
}

}  // namespace interleave::gui
