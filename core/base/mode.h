#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace interleave {

// How a scenario's tasks are executed.
enum class Mode : std::uint8_t { sequential, coroutine, threads, pool, processes };

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
  std::string_view subject;    // of a sentence on what a run did
  std::string_view executed;   // how its program executes the tasks, after the scenario's title and a comma
  std::string_view executor;   // what its program has as many of as max_workers says: one of them,
  std::string_view executors;  // and several
  std::string_view worker;     // what one of its workers is called
  std::string_view worker_is;  // in a few words, beside its name; empty where each task has one of its own
  bool one_worker;             // there is one from the start, called "the" what it is; else they are numbered
  bool has_max_workers;        // a limit on how many there are at once
  bool waits_free_worker;      // a task that awaits leaves its worker to others
  bool shares_memory;          // else each worker has variables, locks and an interpreter of its own
  FirstTurn first_turn;
};

inline constexpr std::array kModeTraits = {
    ModeTraits{.mode = Mode::sequential,
               .name = "sequential",
               .title = "Sequential",
               .explained = "One after another on one thread",
               .subject = "The main thread",
               .executed = "one after another",
               .executor = "",
               .executors = "",
               .worker = "main thread",
               .worker_is = "the only thread",
               .one_worker = true,
               .has_max_workers = false,
               .waits_free_worker = false,
               .shares_memory = true,
               .first_turn = FirstTurn::queued},
    ModeTraits{.mode = Mode::coroutine,
               .name = "coroutine",
               .title = "Coroutine",
               .explained = "Coroutines on an event loop: one thread, free while tasks await",
               .subject = "The event loop",
               .executed = "as coroutines on an event loop",
               .executor = "",
               .executors = "",
               .worker = "event loop",
               .worker_is = "1 thread",
               .one_worker = true,
               .has_max_workers = false,
               .waits_free_worker = true,
               .shares_memory = true,
               .first_turn = FirstTurn::ready},
    ModeTraits{.mode = Mode::threads,
               .name = "threads",
               .title = "Threads",
               .explained = "One thread for each task; a waiting task holds its thread",
               .subject = "Threads",
               .executed = "with a thread for each task",
               .executor = "",
               .executors = "",
               .worker = "thread",
               .worker_is = "",
               .one_worker = false,
               .has_max_workers = false,
               .waits_free_worker = false,
               .shares_memory = true,
               .first_turn = FirstTurn::ready},
    ModeTraits{.mode = Mode::pool,
               .name = "pool",
               .title = "Thread pool",
               .explained = "At most max_workers threads share the tasks; the others queue",
               .subject = "The pool",
               .executed = "on a pool",
               .executor = "thread",
               .executors = "threads",
               .worker = "worker",
               .worker_is = "of the pool",
               .one_worker = false,
               .has_max_workers = true,
               .waits_free_worker = false,
               .shares_memory = true,
               .first_turn = FirstTurn::queued},
    ModeTraits{.mode = Mode::processes,
               .name = "processes",
               .title = "Processes",
               .explained = "At most max_workers processes share the tasks; each has its own variables, locks and GIL",
               .subject = "The processes",
               .executed = "on a pool",
               .executor = "process",
               .executors = "processes",
               .worker = "process",
               .worker_is = "of the pool",
               .one_worker = false,
               .has_max_workers = true,
               .waits_free_worker = false,
               .shares_memory = false,
               .first_turn = FirstTurn::queued},
};

// Of a run that was made in none of the modes.
inline constexpr ModeTraits kNoMode = {.mode = Mode::sequential,
                                       .name = "",
                                       .title = "",
                                       .explained = "",
                                       .subject = "",
                                       .executed = "",
                                       .executor = "",
                                       .executors = "",
                                       .worker = "worker",
                                       .worker_is = "",
                                       .one_worker = false,
                                       .has_max_workers = false,
                                       .waits_free_worker = true,
                                       .shares_memory = true,
                                       .first_turn = FirstTurn::queued};

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

// Whether the table has a row for each mode, in order; a row says of which `mode` it is.
template <class Table>
constexpr bool is_table_of_modes(const Table& table) {
  return std::equal(table.begin(), table.end(), kModes.begin(), kModes.end(),
                    [](const auto& row, Mode mode) { return row.mode == mode; });
}
static_assert(std::all_of(kModes.begin(), kModes.end(), [](Mode mode) { return traits(mode).mode == mode; }));

constexpr std::string_view name(Mode mode) { return traits(mode).name; }
constexpr std::string_view title(Mode mode) { return traits(mode).title; }

// Their names in that order.
inline constexpr auto kModeNames = [] {
  std::array<std::string_view, kModes.size()> names{};
  std::transform(kModes.begin(), kModes.end(), names.begin(), [](Mode mode) { return name(mode); });
  return names;
}();

constexpr std::optional<Mode> mode_named(std::string_view text) {
  for (const ModeTraits& row : kModeTraits) {
    if (row.name == text) return row.mode;
  }
  return std::nullopt;
}

}  // namespace interleave
