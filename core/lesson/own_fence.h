#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace interleave::lesson {

// What stands behind the marks of the fences that a lesson has of its own.
inline constexpr std::string_view kCommandsFence = "interleave";
inline constexpr std::string_view kPredictFence = "predict";

bool is_scenario_fence(std::string_view info);
bool is_own_fence(std::string_view info);

// Of one that is none of the lesson's own, but nearly: it would be shown as code. Which was meant, and what to write.
std::optional<std::string> fence_doubt(std::string_view info);

}  // namespace interleave::lesson
