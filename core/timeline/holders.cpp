#include "core/timeline/holders.h"

#include <algorithm>

namespace interleave {
namespace {

void use(std::vector<TaskId>& holders, const Access& access) {
  if (access.kind == AccessKind::acquired) {
    holders.push_back(access.task);
  } else if (access.kind == AccessKind::released && !holders.empty()) {
    // Anybody may release what another one holds.
    const auto own = std::find(holders.begin(), holders.end(), access.task);
    holders.erase(own == holders.end() ? holders.begin() : own);
  }
}

}  // namespace

std::vector<TaskId> holders_at(const Timeline& timeline, ObjectId object, Time t) {
  std::vector<TaskId> holders;
  for (const Access& access : timeline.accesses()) {
    if (access.time > t) break;
    if (access.object == object) use(holders, access);
  }
  return holders;
}

std::vector<TaskId> holders_at_end(const Timeline& timeline) {
  std::vector<std::vector<TaskId>> all(timeline.info().objects.size());
  for (const Access& access : timeline.accesses()) use(all[index(access.object)], access);
  std::vector<TaskId> first;
  first.reserve(all.size());
  for (const std::vector<TaskId>& holders : all) first.push_back(holders.empty() ? TaskId::none : holders.front());
  return first;
}

}  // namespace interleave
