#pragma once

#include <string_view>
#include <vector>

#include "app/gui/model/state/search.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// By time, at one moment in the order of the kinds, then of the tasks. Capital letters of English count as small ones.
// Empty where the query is. O(spans).
std::vector<Match> find_matches(const Timeline& timeline, std::string_view query);

}  // namespace interleave::gui
