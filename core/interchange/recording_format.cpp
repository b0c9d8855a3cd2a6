#include "core/interchange/recording_format.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>

namespace interleave {
namespace {

// No text begins so, and a transfer that takes the file for text changes it.
constexpr std::string_view kMagic = "\x89ILV\r\n\x1a\n";

constexpr std::size_t kVersionAt = 8;  // 4 bytes, the lowest first, as all numbers here
constexpr std::size_t kSizeAt = 12;    // 8 bytes
constexpr std::size_t kChecksumAt = 20;
constexpr std::size_t kHeader = 28;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8U | static_cast<std::uint8_t>(bytes[at + i - 1]);
  return value;
}

void append_number(std::string& to, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to += static_cast<char>(value >> (8 * i) & 0xffU);
}

// FNV-1a by words instead of bytes. Each round can be undone, so a change within one word never goes unnoticed.
std::uint64_t checksum(std::string_view bytes) {
  constexpr std::size_t kWord = 8;
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto take = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x100000001b3U;
    hash ^= hash >> 32U;
  };
  take(bytes.size());
  for (; bytes.size() >= kWord; bytes.remove_prefix(kWord)) take(number_at(bytes, 0, kWord));
  take(number_at(bytes, 0, bytes.size()));
  return hash;
}

constexpr std::string_view kEndsTooEarly = "ends too early: the file was cut off";

}  // namespace

std::string packed_recording(const RecordingContents& contents) {
  std::string bytes;
  bytes.reserve(kHeader + contents.bytes.size());
  bytes += kMagic;
  append_number(bytes, contents.version, kSizeAt - kVersionAt);
  append_number(bytes, contents.bytes.size(), kChecksumAt - kSizeAt);
  append_number(bytes, checksum(contents.bytes), kHeader - kChecksumAt);
  bytes += contents.bytes;
  return bytes;
}

Result<RecordingContents, std::string> unpacked_recording(std::string_view bytes) {
  if (bytes.empty()) return std::string("is empty, and so is no recording");
  const std::string_view start = bytes.substr(0, kMagic.size());
  if (!kMagic.starts_with(start)) return std::string("is no recording of Interleave");
  if (bytes.size() < kSizeAt) return std::string(kEndsTooEarly);
  const std::uint64_t version = number_at(bytes, kVersionAt, kSizeAt - kVersionAt);
  if (version > kRecordingVersion) {
    return fmt::format("was made by a newer version of Interleave (its format is {}, this version reads {})", version,
                       kRecordingVersion);
  }
  if (version == 0) return std::string("is damaged: there is no format 0");
  if (bytes.size() < kHeader) return std::string(kEndsTooEarly);
  const std::string_view contents = bytes.substr(kHeader);
  const std::uint64_t size = number_at(bytes, kSizeAt, kChecksumAt - kSizeAt);
  if (contents.size() < size) {
    return fmt::format("{} ({} of {} bytes are there)", kEndsTooEarly, contents.size(), size);
  }
  if (contents.size() > size) return fmt::format("is damaged: {} bytes follow its end", contents.size() - size);
  if (checksum(contents) != number_at(bytes, kChecksumAt, kHeader - kChecksumAt)) {
    return std::string("is damaged: its checksum does not match its contents");
  }
  return RecordingContents{contents, version};
}

}  // namespace interleave
