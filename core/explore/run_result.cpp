#include "core/explore/run_result.h"

#include "core/timeline/sharing_marks.h"

namespace interleave {

RunResult run_result(const Timeline& timeline, bool with_lines) {
  RunResult result{.outcome = timeline.end()->outcome};
  std::uint32_t process = 0;
  bool is_first = true;
  const std::vector<SharedObject>& objects = timeline.info().objects;
  std::vector<std::int64_t> last;
  last.reserve(objects.size());
  for (const SharedObject& object : objects) last.push_back(object.number);
  for (const Access& access : timeline.accesses()) {
    if (access.kind == AccessKind::written) last[index(access.object)] = access.value;
  }
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (objects[i].kind != ObjectKind::variable) continue;
    if (is_first || objects[i].process != process) result.shared.emplace_back();
    is_first = false;
    process = objects[i].process;
    result.shared.back().push_back(last[i]);
  }
  for (const SharingMark& mark : stale_marks_of(timeline)) {
    (mark.kind == SharingMark::Kind::lost_update ? result.lost_updates : result.stale) = true;
  }
  for (const TaskTrack& task : timeline.tasks()) {
    result.tasks.push_back({task.outcome.value_or(Outcome::not_started), task.error});
  }
  if (!with_lines) return result;
  for (const OutputLine& line : timeline.output()) result.output.push_back(line.text);
  return result;
}

}  // namespace interleave
