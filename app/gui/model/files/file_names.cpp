#include "app/gui/model/files/file_names.h"

#include <fmt/format.h>

namespace interleave::gui {

std::string name_for_file(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    const bool capital = c >= 'A' && c <= 'Z';
    if (kept || capital) name += capital ? static_cast<char>(c - 'A' + 'a') : c;
    if (!kept && !capital && !name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "scenario" : name;
}

std::string size_text(std::uint64_t bytes) {
  constexpr double kThousand = 1000;
  const auto size = static_cast<double>(bytes);
  if (size < kThousand) return fmt::format("{} bytes", bytes);
  if (size < kThousand * kThousand) return fmt::format("{:.1f} kB", size / kThousand);
  return fmt::format("{:.1f} MB", size / (kThousand * kThousand));
}

}  // namespace interleave::gui
