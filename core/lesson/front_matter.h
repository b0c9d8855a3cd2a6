#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::lesson {

inline constexpr int kMostMinutes = 600;

// Takes what stands between the first line, `---`, and the next one: what is known of the lesson as a whole. Says where
// the slides begin; none where it does not end.
std::optional<std::size_t> read_front_matter(std::string_view text, Lesson& lesson, Findings& findings);

}  // namespace interleave::lesson
