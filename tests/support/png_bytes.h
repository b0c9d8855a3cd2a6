#pragma once

#include <cstdint>
#include <string>

namespace interleave::testing {

inline std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 32; shift > 0;) {
    shift -= 8;
    bytes += static_cast<char>(number >> shift & 0xFFU);
  }
  return bytes;
}

inline std::string png_chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + "sum.";
}

// The header of a picture with true colours; `fields` are its depth, kind of colour, packing, filter and interlacing.
inline std::string png_header(std::uint32_t width, std::uint32_t height,
                              const std::string& fields = std::string("\x08\x02\0\0\0", 5)) {
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", big_endian(width) + big_endian(height) + fields);
}

// A picture as far as anybody looks who does not unpack its pixels.
inline std::string png_bytes(std::uint32_t width, std::uint32_t height) {
  return png_header(width, height) + png_chunk("IDAT", "pixels") + png_chunk("IEND", "");
}

}  // namespace interleave::testing
