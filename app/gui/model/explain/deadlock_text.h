#pragma once

#include <string>
#include <vector>

#include "core/timeline/deadlock.h"

// A deadlock as a picture of its own: who waits for whom, and for what.
namespace interleave::gui {

struct DeadlockArrow {
  TaskId waiter = TaskId::none;
  TaskId holder = TaskId::none;  // who has what is waited for, or is waited for; none where nobody does
  std::string what;              // "bob", "its end", "a worker"
  std::string missing;           // why that never comes: "nobody is left to put"; mostly empty

  friend bool operator==(const DeadlockArrow&, const DeadlockArrow&) = default;
};

struct DeadlockPicture {
  std::vector<DeadlockArrow> circle;  // each waits for what the next one has; empty where there is none
  std::vector<DeadlockArrow> others;
};

// Of a run that has deadlocked.
DeadlockPicture deadlock_picture(const Timeline& timeline);

// What it waits for, as a bar says it: "waits for bob", "awaits b", "waits for a worker"; where that never comes, first
// with the reason.
std::vector<std::string> waiting_labels(const Timeline& timeline, const DeadlockLink& link);

// An arrow that belongs to no circle, as a sentence: "c waits for m, which a has".
std::string arrow_text(const Timeline& timeline, const DeadlockArrow& arrow);

}  // namespace interleave::gui
