#include "core/lesson/png.h"

#include <cstddef>
#include <cstdint>
#include <fmt/format.h>

namespace interleave::lesson {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kHeader = "IHDR";
constexpr std::size_t kHeaderAt = 12;  // behind the signature and the header's length
constexpr std::size_t kWidthAt = 16;
constexpr std::size_t kHeightAt = 20;
constexpr std::size_t kSizesEnd = 24;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::optional<std::string> png_problem(std::string_view bytes) {
  const bool is_png =
      bytes.size() >= kSizesEnd && bytes.starts_with(kSignature) && bytes.substr(kHeaderAt).starts_with(kHeader);
  if (!is_png) return "it is no PNG; save the picture as one";
  const std::uint32_t width = number_at(bytes, kWidthAt);
  const std::uint32_t height = number_at(bytes, kHeightAt);
  if (width == 0 || height == 0) return "it has no pixels; save it anew";
  if (width <= kMostPixels && height <= kMostPixels) return std::nullopt;
  return fmt::format("it has {} x {} pixels, and a slide shows {} in a row at most; make it smaller", width, height,
                     kMostPixels);
}

}  // namespace interleave::lesson
