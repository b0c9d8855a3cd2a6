#include "core/timeline/holders.h"

#include <algorithm>

namespace interleave {

std::vector<TaskId> holders_at_end(const Timeline& timeline) {
  std::vector<std::vector<TaskId>> all(timeline.info().objects.size());
  for (const Access& access : timeline.accesses()) {
    std::vector<TaskId>& holders = all[index(access.object)];
    if (access.kind == AccessKind::acquired) {
      holders.push_back(access.task);
    } else if (access.kind == AccessKind::released && !holders.empty()) {
      // Anybody may release what another one holds.
      const auto own = std::find(holders.begin(), holders.end(), access.task);
      holders.erase(own == holders.end() ? holders.begin() : own);
    }
  }
  std::vector<TaskId> first;
  first.reserve(all.size());
  for (const std::vector<TaskId>& holders : all) first.push_back(holders.empty() ? TaskId::none : holders.front());
  return first;
}

}  // namespace interleave
