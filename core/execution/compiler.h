#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/scenario/shared_objects.h"
#include "core/scenario/step.h"

namespace interleave {

using TaskNames = std::unordered_map<std::string_view, TaskId>;

// What names in steps stand for, besides what the steps themselves name.
struct KnownNames {
  const std::vector<std::string>& parameters;
  const SharedObjects& objects;
  const TaskNames& tasks;
};

// The steps of one function, or of one task that has its own, as instructions. The loader has found nothing wrong with
// them.
Code compile(const std::vector<Step>& steps, const KnownNames& names);

}  // namespace interleave
