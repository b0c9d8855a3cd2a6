#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace interleave::gui {

// Whether the program was built with what puts letters together and in their order: HarfBuzz and FriBidi.
bool can_shape();

enum class BaseDirection : std::uint8_t { by_text, left_to_right };

// The level of each letter by the Unicode Bidirectional Algorithm: odd ones go from right to left. All 0 where the
// program cannot shape.
std::vector<std::uint8_t> bidi_levels(std::u32string_view line, BaseDirection base);

// What stands for it where text goes from right to left: a closing bracket for an opening one.
char32_t mirrored(char32_t letter);

// A number for the script that the letter belongs to; 0 for what belongs to all.
std::uint32_t script_of(char32_t letter);

}  // namespace interleave::gui
