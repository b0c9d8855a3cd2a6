#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace interleave {

// How a scenario's tasks are executed.
enum class Mode : std::uint8_t { sequential, coroutine, threads, pool };

// Who has the turns of a mode's tasks before their first one.
enum class FirstTurn : std::uint8_t {
  queued,  // the task waits until a worker takes it
  ready,   // its worker is there already, or will be as soon as the system gives it a turn
};

// All that is known of a mode without executing it. What really differs stands in core/execution and core/listing.
struct ModeTraits {
  Mode mode;
  std::string_view name;       // in files, on the command line and in records
  std::string_view title;      // as a title has it
  std::string_view explained;  // in one sentence, without its full stop
  std::string_view worker;     // what one of its workers is called
  std::string_view worker_is;  // in a few words, beside its name; empty where each task has one of its own
  bool one_worker;             // there is one from the start, called "the" what it is; else they are numbered
  bool has_max_workers;        // a limit on how many there are at once
  bool waits_free_worker;      // a task that awaits leaves its worker to others
  FirstTurn first_turn;
};

inline constexpr std::array kModeTraits = {
    ModeTraits{Mode::sequential, "sequential", "Sequential", "One after another on one thread", "main thread",
               "the only thread", true, false, false, FirstTurn::queued},
    ModeTraits{Mode::coroutine, "coroutine", "Coroutine",
               "Coroutines on an event loop: one thread, free while tasks await", "event loop", "1 thread", true, false,
               true, FirstTurn::ready},
    ModeTraits{Mode::threads, "threads", "Threads", "One thread for each task; a waiting task holds its thread",
               "thread", "", false, false, false, FirstTurn::ready},
    ModeTraits{Mode::pool, "pool", "Thread pool", "At most max_workers threads share the tasks; the others queue",
               "worker", "of the pool", false, true, false, FirstTurn::queued},
};

// Of a run that was made in none of the modes.
inline constexpr ModeTraits kNoMode = {Mode::sequential, "", "", "", "worker", "", false, false, true,
                                       FirstTurn::queued};

constexpr std::size_t index(Mode mode) { return static_cast<std::size_t>(mode); }
constexpr const ModeTraits& traits(Mode mode) { return kModeTraits[index(mode)]; }

constexpr const ModeTraits& traits(const std::optional<Mode>& mode) { return mode ? traits(*mode) : kNoMode; }

// One worker, free for other tasks while one waits.
constexpr bool is_event_loop(const ModeTraits& mode) { return mode.one_worker && mode.waits_free_worker; }

// In the order in which they are shown.
inline constexpr auto kModes = [] {
  std::array<Mode, kModeTraits.size()> modes{};
  std::transform(kModeTraits.begin(), kModeTraits.end(), modes.begin(), [](const ModeTraits& row) { return row.mode; });
  return modes;
}();
static_assert(std::all_of(kModes.begin(), kModes.end(), [](Mode mode) { return traits(mode).mode == mode; }));

constexpr std::string_view name(Mode mode) { return traits(mode).name; }
constexpr std::string_view title(Mode mode) { return traits(mode).title; }

constexpr std::optional<Mode> mode_named(std::string_view text) {
  for (const ModeTraits& row : kModeTraits) {
    if (row.name == text) return row.mode;
  }
  return std::nullopt;
}

}  // namespace interleave
