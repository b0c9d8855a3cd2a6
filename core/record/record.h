#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/language.h"
#include "core/base/mode.h"
#include "core/base/shared_object.h"
#include "core/base/time.h"
#include "core/record/event.h"
#include "core/record/schedule.h"

// A run's record as it is handed from whoever executes to whoever shows: a header, batches of events, an end.
namespace interleave {

enum class ClockKind : std::uint8_t { virtual_time, real_time };

// What is known of a task besides what it did.
struct TaskInfo {
  std::string name;
  std::vector<std::string> arguments = {};     // as they are written
  std::optional<Time> planned = std::nullopt;  // when it is to be submitted, where that is known beforehand

  friend bool operator==(const TaskInfo&, const TaskInfo&) = default;
};

// Their names.
inline std::vector<std::string> names_of(const std::vector<TaskInfo>& tasks) {
  std::vector<std::string> names;
  names.reserve(tasks.size());
  for (const TaskInfo& task : tasks) names.push_back(task.name);
  return names;
}

// What is known of a step of the program that was run.
struct StepInfo {
  std::string word;                     // what it does, as the program says it: "sleep"
  std::string amount;                   // how many seconds, as they are written; empty where no text says it
  std::optional<std::size_t> argument;  // the amount is that one of the task's arguments
  std::uint64_t line = 0;               // of the program's file, from 1; 0 where there is none
  std::vector<TaskId> awaits = {};      // the tasks for whose ends it waits, in its order

  friend bool operator==(const StepInfo&, const StepInfo&) = default;
};

// What is known of a run besides what happened: all that is shown of it must be found here or in its timeline. A run of
// a scenario knows everything (core/run fills it in), one of another program what that tells.
struct RunInfo {
  std::string scenario;                    // its title
  std::vector<TaskInfo> tasks;             // by TaskId
  std::vector<StepInfo> steps;             // by StepId; what is not there is not known
  std::vector<SharedObject> objects = {};  // that tasks share, by ObjectId
  std::optional<Mode> mode;                // none: tasks were run in none of these ways
  std::optional<int> max_workers;
  std::optional<Language> language;  // of the program; none where the tasks belong to no program of ours
  bool gil = false;                  // an interpreter let one thread at a time go on
  std::optional<int> cores;          // that tasks compute on
  bool computes = false;             // whether any task does, so that cores matter
  ClockKind clock = ClockKind::virtual_time;
  std::uint64_t seed = 0;
  std::optional<Schedule> schedule;  // of a virtual run: the order in which its tasks took the steps that count
  std::optional<Timing> timing;      // of that
  std::string note;                  // what the reader must know of this run, or empty
};

// Whether its tasks need one interpreter's lock to go on: each process has one of its own.
inline bool shares_gil(const RunInfo& info) { return info.gil && traits(info.mode).shares_memory; }

// From `stamp` (see Event) on, the scenario's clock stands at `time` and runs `speed` times as fast as the host's; 0 is
// paused.
struct ClockChange {
  std::int64_t stamp = 0;
  Time time{};
  double speed = 1;
};

// Events and clock changes that became final together. Every batch is causally closed with those before it: whatever a
// contained event depends on is contained too. Events are in order of their stamps, those of one task and those of one
// worker also from batch to batch; but an event may have an earlier stamp than some of an earlier batch.
struct Batch {
  std::vector<Event> events;
  std::vector<ClockChange> clock_changes;
  std::int64_t closed_until = 0;  // the stamp up to which the picture is complete, but for such late events
};

// How the run ended.
struct RunEnd {
  Outcome outcome = Outcome::finished;  // finished, failed, deadlocked or cancelled
  std::string error;                    // what went wrong, or empty
  Time time{};                          // the end of the last task, or the moment of the deadlock or cancellation
};

}  // namespace interleave
