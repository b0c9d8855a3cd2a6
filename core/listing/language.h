#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interleave {

// What a listing is written in. Python is 3.9 or newer, C++ is C++20 on a POSIX system.
enum class Language : std::uint8_t { python, cpp };

inline constexpr std::array kLanguages = {Language::python, Language::cpp};

// As on the command line.
constexpr std::string_view name(Language language) { return language == Language::python ? "python" : "cpp"; }

}  // namespace interleave
