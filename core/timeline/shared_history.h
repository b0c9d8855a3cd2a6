#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/timeline/timeline.h"

// What became of the things that tasks share, read off who used and who awaited them.
namespace interleave {

// A stretch of time in which nothing about a shared thing changed.
struct SharedStretch {
  static constexpr std::size_t kMostNamed = 3;

  Time begin{};
  Time end = kNever;           // kNever: of the last one
  std::int64_t value = 0;      // a variable's; how many permits are taken, of a lock at most 1; items in a queue
  TaskId task = TaskId::none;  // who wrote the variable, holds the lock, used the rest last; none where nobody does
  StepId step = StepId::none;  // in which it did so
  Time since{};                // when
  std::uint32_t waiting = 0;   // how many tasks wait for it
  std::array<TaskId, kMostNamed> first_waiting = {TaskId::none, TaskId::none, TaskId::none};  // longest first

  friend bool operator==(const SharedStretch&, const SharedStretch&) = default;
};

// Of each of the things, by object, from the beginning of the run on; none is of zero length.
std::vector<std::vector<SharedStretch>> shared_histories(const Timeline& timeline);

// What the task waits for at that moment among the things that tasks share; none where it waits for nothing of them. At
// the end of a deadlocked run that is also what it had only just come to.
ObjectId awaited_at(const Timeline& timeline, TaskId task, Time t);

// All who wait for it then, whoever waits longest first.
std::vector<TaskId> waiting_at(const Timeline& timeline, ObjectId object, Time t);

// What is in the queue, the next to be taken first.
std::vector<std::int64_t> items_at(const Timeline& timeline, ObjectId queue, Time t);

}  // namespace interleave
