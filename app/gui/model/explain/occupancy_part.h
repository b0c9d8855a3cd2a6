#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/picture/look.h"
#include "core/base/ids.h"
#include "core/timeline/ends.h"

namespace interleave::gui {

// One place at a moment: a task in a queue, a worker with or without a task, a timer; or, with neither
// a worker nor a task, a line of text about the items that follow.
struct OccupancyItem {
  std::string place;  // the worker's name; empty in a queue
  TaskId task = TaskId::none;
  Look look = Look::running;        // of the task
  std::string text;                 // what the task does there, or what the empty place means
  std::string until;                // "until 3.00 s", where that is known
  std::optional<TaskEnd> end = {};  // of a task that has ended: the mark of that stands in place of the look
};

// Whether tasks come to the part from the one before it, or it is beside their way: what they share, say.
enum class PartOf : std::uint8_t { way, beside };

// A part of what runs the tasks: a queue with its tasks in order, the workers, the timers by deadline, the cores.
struct OccupancyPart {
  std::string title;
  std::vector<OccupancyItem> items;
  std::string when_empty;
  std::string way_back = {};  // of the last part on the way: when its tasks return to the first one; else empty
  PartOf part_of = PartOf::way;
};

}  // namespace interleave::gui
