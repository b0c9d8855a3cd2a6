#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/scenario/scenario.h"
#include "core/scenario/shared_objects.h"

namespace interleave {

using TaskNames = std::unordered_map<std::string_view, TaskId>;

using FunctionNames = std::unordered_map<std::string_view, const Function*>;

// What names in steps stand for, besides what the steps themselves name.
struct KnownNames {
  const std::vector<std::string>& parameters;
  const SharedObjects& objects;
  const TaskNames& tasks;
  const FunctionNames& functions;
  // The number of an argument that a step passes where it is used so.
  const std::function<std::int64_t(const Argument&, ArgumentUse)>& number_of;
};

// The steps of one function, or of one task that has its own, as instructions: those of functions that they call among
// them, wherever they do. The loader has found nothing wrong with them.
Code compile(const std::vector<Step>& steps, const KnownNames& names);

}  // namespace interleave
