#pragma once

#include <cstdint>
#include <string_view>

namespace interleave::gui {

enum class ThemeName : std::uint8_t { dark, light, contrast };

ThemeName theme_after(ThemeName theme);
std::string_view name(ThemeName theme);

}  // namespace interleave::gui
