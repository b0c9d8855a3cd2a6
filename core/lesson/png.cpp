#include "core/lesson/png.h"

#include <array>
#include <cstddef>
#include <fmt/format.h>

namespace interleave::lesson {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
constexpr std::size_t kNumber = 4;
constexpr std::size_t kHeaderLength = 13;
constexpr std::string_view kNone = "it is no PNG; save the picture as one";
constexpr std::string_view kCutOff = "it is cut off; save it anew";

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < kNumber; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

struct Chunk {
  std::string_view type;
  std::string_view data;
};

// Takes it from the bytes: a length, a type, the data and a checksum. None: they end before it does.
std::optional<Chunk> take_chunk(std::string_view& bytes) {
  constexpr std::size_t kAround = 3 * kNumber;
  if (bytes.size() < kAround) return std::nullopt;
  const std::size_t length = number_at(bytes, 0);
  if (length > bytes.size() - kAround) return std::nullopt;
  const Chunk chunk{bytes.substr(kNumber, kNumber), bytes.substr(2 * kNumber, length)};
  bytes.remove_prefix(kAround + length);
  return chunk;
}

struct PixelKind {
  char number;
  std::string_view depths;
};

// Grey, true colours, of a palette, and the first two with transparency.
constexpr char kOfPalette = 3;
constexpr std::array kPixelKinds = {PixelKind{0, "\1\2\4\x8\x10"}, PixelKind{2, "\x8\x10"},
                                    PixelKind{kOfPalette, "\1\2\4\x8"}, PixelKind{4, "\x8\x10"},
                                    PixelKind{6, "\x8\x10"}};

bool is_header(const Chunk& chunk) {
  if (chunk.type != "IHDR" || chunk.data.size() != kHeaderLength) return false;
  const std::string_view fields = chunk.data.substr(2 * kNumber);  // depth, kind, packing, filter, interlacing
  const bool is_kept = fields[2] == 0 && fields[3] == 0 && (fields[4] == 0 || fields[4] == 1);
  for (const PixelKind& kind : kPixelKinds) {
    if (kind.number == fields[1]) return is_kept && kind.depths.find(fields[0]) != std::string_view::npos;
  }
  return false;
}

std::optional<std::string> size_problem(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return "it has no pixels; save it anew";
  const auto because = [&](std::uint64_t most, std::string_view where) {
    return fmt::format("it has {} x {} pixels, and a slide shows {} {} at most; make it smaller", width, height, most,
                       where);
  };
  if (width > kMostPixelsInRow || height > kMostPixelsInRow) return because(kMostPixelsInRow, "in a row");
  if (std::uint64_t{width} * height > kMostPixels) return because(kMostPixels, "in all");
  return std::nullopt;
}

}  // namespace

std::optional<std::string> png_problem(std::string_view bytes) {
  if (!bytes.starts_with(kSignature)) return std::string(kNone);
  bytes.remove_prefix(kSignature.size());
  const auto header = take_chunk(bytes);
  if (!header || !is_header(*header)) return std::string(kNone);
  if (auto problem = size_problem(number_at(header->data, 0), number_at(header->data, kNumber))) return problem;
  bool has_palette = header->data[2 * kNumber + 1] != kOfPalette;
  bool has_pixels = false;
  while (const auto chunk = take_chunk(bytes)) {
    has_palette = has_palette || chunk->type == "PLTE";
    has_pixels = has_pixels || (chunk->type == "IDAT" && has_palette && !chunk->data.empty());
    if (chunk->type != "IEND") continue;
    if (!has_pixels) return "it has no pixels; save it anew";
    if (!bytes.empty()) return "it goes on behind its end; save it anew";
    return std::nullopt;
  }
  return std::string(kCutOff);
}

}  // namespace interleave::lesson
