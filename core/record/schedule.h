#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"

namespace interleave {

// One step of an interleaving: whose it is, and of what kind. On an event loop it is the end of a wait.
struct Token {
  enum class Kind : std::uint8_t {
    step,         // the task's next step that counts, its end or its arrival
    timeout,      // the time of the wait that its step is in is up
    own_timeout,  // the time of the task itself is up
    takes,        // it goes on with one of the tasks that it takes as they end
  };
  TaskId task = TaskId::none;
  Kind kind = Kind::step;
  TaskId taken = TaskId::none;  // takes: which one

  friend auto operator<=>(const Token&, const Token&) = default;
};

// The order in which the tasks of a run take the steps that count, from its start: all of them, or the first ones.
using Schedule = std::vector<Token>;

// What an order supposes of time: that a step may come late by any time, or that none is late.
enum class Timing : std::uint8_t { any, exact };
inline constexpr std::array<std::string_view, 2> kTimingWords = {"any", "exact"};
constexpr std::string_view name(Timing timing) { return kTimingWords[static_cast<std::size_t>(timing)]; }

// Schedules as text: `desk 1, desk 2:2, desk 1`. A token is a task's name; `!` behind it says that the time of its wait
// is up, `!!` that its own time is, `>` and a name with which task it goes on; `:` and a number how often in a row.
// Names that would be read otherwise stand there as JSON strings. `names` of the tasks, by id.
std::string schedule_text(const Schedule& schedule, const std::vector<std::string>& names);
std::string token_text(const Token& token, const std::vector<std::string>& names);

}  // namespace interleave
