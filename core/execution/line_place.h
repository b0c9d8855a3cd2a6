#pragma once

namespace interleave {

struct TaskRun;

// A task's place in a line of tasks that wait for the same thing: who stands before it and behind it.
struct LinePlace {
  TaskRun* before = nullptr;
  TaskRun* behind = nullptr;
};

}  // namespace interleave
