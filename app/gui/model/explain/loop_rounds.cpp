#include "app/gui/model/explain/loop_rounds.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace interleave::gui {

namespace {

constexpr std::size_t kTurnsLookedAt = 2'000;  // back from now; rounds before them do not matter to it

// Since when the task was ready for that turn of its own: due, or created. None where it goes on with a turn that it
// has.
std::optional<Time> ready_since(const TaskTrack& task, Time turn) {
  const auto after =
      std::partition_point(task.spans.begin(), task.spans.end(), [&](const Span& span) { return span.end <= turn; });
  if (after == task.spans.begin()) return task.created.value_or(task.submitted.value_or(turn));
  const Span& before = *(after - 1);
  if (before.worker != WorkerId::none && before.end == turn) return std::nullopt;
  if (before.state != State::ready) return before.end;
  return before.step == StepId::none ? task.created.value_or(before.begin) : before.begin;
}

}  // namespace

Time last_look_at_timers(const Timeline& timeline, Time now) {
  if (timeline.workers().empty()) return Time{};
  const auto& turns = timeline.workers().front().turns;
  const auto end = std::partition_point(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.at <= now; });
  std::optional<Time> look;
  std::unordered_set<TaskId> served;  // in the round
  for (auto turn = end - std::min<std::ptrdiff_t>(end - turns.begin(), kTurnsLookedAt); turn != end; ++turn) {
    const auto ready = ready_since(timeline.tasks()[index(turn->task)], turn->at);
    if (!ready) continue;
    if (!look || served.contains(turn->task) || *ready > *look) {
      look = turn->at;
      served.clear();
    }
    served.insert(turn->task);
  }
  return look.value_or(Time{});
}

}  // namespace interleave::gui
