#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interleave::gui {

// A title, as file names are mostly written.
std::string name_for_file(std::string_view title);

// "812 bytes", "31.4 kB", "2.1 MB"
std::string size_text(std::uint64_t bytes);

}  // namespace interleave::gui
