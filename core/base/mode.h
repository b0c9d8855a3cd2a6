#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace interleave {

// How a scenario's tasks are executed.
enum class Mode : std::uint8_t { sequential, coroutine, threads, pool };

inline constexpr std::array kModes = {Mode::sequential, Mode::coroutine, Mode::threads, Mode::pool};

// The mode's name in files, on the command line and in records; and back.
constexpr std::string_view name(Mode mode) {
  constexpr std::array<std::string_view, kModes.size()> names = {"sequential", "coroutine", "threads", "pool"};
  return names[static_cast<std::size_t>(mode)];
}

// As a title has it: "Thread pool".
constexpr std::string_view title(Mode mode) {
  constexpr std::array<std::string_view, kModes.size()> titles = {"Sequential", "Coroutine", "Threads", "Thread pool"};
  return titles[static_cast<std::size_t>(mode)];
}

constexpr std::optional<Mode> mode_named(std::string_view text) {
  for (Mode mode : kModes) {
    if (name(mode) == text) return mode;
  }
  return std::nullopt;
}

}  // namespace interleave
