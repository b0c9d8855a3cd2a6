#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interleave {

// What a program is written in that a run is one of. Listings are in Python 3.9 or newer, and in C++20 for a POSIX
// system.
enum class Language : std::uint8_t { python, cpp };

inline constexpr std::array kLanguages = {Language::python, Language::cpp};

// In files, on the command line and in records.
constexpr std::string_view name(Language language) { return language == Language::python ? "python" : "cpp"; }

// As a title has it.
constexpr std::string_view title(Language language) { return language == Language::python ? "Python" : "C++"; }

}  // namespace interleave
