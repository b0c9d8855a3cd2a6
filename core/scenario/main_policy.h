#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// What a scenario says of the program's main part, which submits the tasks.
namespace interleave {

// Whether all tasks are submitted at their times, or each once the one before it has ended.
enum class Launch : std::uint8_t { together, one_by_one };
inline constexpr std::array<std::string_view, 2> kLaunchWords = {"together", "one_by_one"};

// What becomes of the others when a task fails that the main part submitted: nothing; nothing, but it hears of that at
// once; or they are cancelled.
enum class OnError : std::uint8_t { collect, first, cancel };
inline constexpr std::array<std::string_view, 3> kOnErrorWords = {"collect", "first", "cancel"};

// Whether the main part stays until all tasks have ended, or leaves when what it awaits is over or has failed.
enum class MainEnd : std::uint8_t { stays, leaves };
inline constexpr std::array<std::string_view, 2> kMainEndWords = {"stays", "leaves"};

struct MainPolicy {
  Launch launch = Launch::together;
  OnError on_error = OnError::collect;
  MainEnd end = MainEnd::stays;

  friend bool operator==(const MainPolicy&, const MainPolicy&) = default;
};

}  // namespace interleave
