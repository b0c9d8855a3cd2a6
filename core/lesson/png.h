#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace interleave::lesson {

// Wider and higher pictures are none that a slide could show.
inline constexpr unsigned kMostPixels = 16384;

// Why the bytes are no PNG that a slide can show, going by how they begin; none where they are.
std::optional<std::string> png_problem(std::string_view bytes);

}  // namespace interleave::lesson
