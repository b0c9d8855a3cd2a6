#include "core/scenario/built_in.h"

#include <algorithm>

namespace interleave {

const BuiltIn* find_built_in(std::string_view name) {
  const auto all = built_in_scenarios();
  const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltIn& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace interleave
