#include "core/interchange/shared_labels.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace interleave {
namespace {

std::string label_of(const Timeline& timeline, ObjectId object, const SharedStretch& stretch) {
  const SharedObject& shared = timeline.info().objects[index(object)];
  switch (shared.kind) {
    case ObjectKind::lock:
      return stretch.task == TaskId::none ? "" : timeline.tasks()[index(stretch.task)].name;
    case ObjectKind::semaphore:
      return fmt::format("{} of {}", shared.number - stretch.value, shared.number);
    case ObjectKind::queue:
      return shared.number > 0 ? fmt::format("{} of {}", stretch.value, shared.number)
                               : fmt::format("{}", stretch.value);
    case ObjectKind::variable:
      break;
  }
  return fmt::format("{}", stretch.value);
}

}  // namespace

std::string shared_heading(const SharedObject& first) {
  return first.process == 0 ? "Shared" : fmt::format("Shared in process {}", first.process);
}

std::vector<LabelledStretch> labelled(const Timeline& timeline, ObjectId object,
                                      const std::vector<SharedStretch>& history) {
  std::vector<LabelledStretch> parts;
  for (const SharedStretch& stretch : history) {
    std::string label = label_of(timeline, object, stretch);
    if (parts.empty() || parts.back().label != label) {
      parts.push_back({stretch.begin, stretch.end, stretch.task, std::move(label), 0});
    }
    parts.back().end = stretch.end;
    parts.back().waiting = std::max(parts.back().waiting, stretch.waiting);
  }
  return parts;
}

}  // namespace interleave
