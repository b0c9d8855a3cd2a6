#pragma once

#include <string>
#include <vector>

#include "app/gui/model/picture/look.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// One place at a moment: a task in a queue, a worker with or without a task, a timer; or, with neither
// a worker nor a task, a line of text about the items that follow.
struct OccupancyItem {
  std::string place;  // the worker's name; empty in a queue
  TaskId task = TaskId::none;
  Look look = Look::running;  // of the task
  std::string text;           // what the task does there, or what the empty place means
  std::string until;          // "until 3.00 s", where that is known
};

// A part of what runs the tasks: a queue with its tasks in order, the workers, the timers by deadline, the cores.
struct OccupancyPart {
  std::string title;
  std::vector<OccupancyItem> items;
  std::string when_empty;
  std::string way_back;  // of the last part: when its tasks return to the first one; else empty
};

// What runs the tasks, and who occupies it at a moment: an event loop with its ready queue and its timers, a pool
// with its queue and its workers, threads and the cores they share. From where tasks come to where they go.
std::vector<OccupancyPart> occupancy_at(const Timeline& timeline, Time now);

}  // namespace interleave::gui
