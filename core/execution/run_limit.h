#pragma once

#include <string_view>

namespace interleave {

// How the error ends of a task that was stopped because the run came to a limit.
inline constexpr std::string_view kMayNeverEnd = "its loop may never end";

inline bool is_of_limit(std::string_view error) { return error.ends_with(kMayNeverEnd); }

}  // namespace interleave
