#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interleave::lesson {

// What a slide could show at most: pixels in a row or a column, and in all.
inline constexpr std::uint32_t kMostPixelsInRow = 16384;
inline constexpr std::uint64_t kMostPixels = 40'000'000;

// Why the bytes are no PNG that a slide can show; none where they are. Its parts are looked at (PNG specification,
// third edition, 5 and 11), and what is packed in them is not.
std::optional<std::string> png_problem(std::string_view bytes);

}  // namespace interleave::lesson
