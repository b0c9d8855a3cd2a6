#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/language.h"

namespace interleave {

// What stands on a line besides its text.
enum class LineRole : std::uint8_t {
  program,  // what somebody writes who has a library: imports, the tasks' functions, the main program
  support,  // what makes the program complete in one file; the window may fold it
};

struct ListingLine {
  std::string text;               // indented with spaces, without a line break; UTF-8 without control characters
  StepId step = StepId::none;     // the step that this line executes; of a repeat, the loop's first line
  TaskId task = TaskId::none;     // the task that the main program calls, starts or submits here
  TaskId arrival = TaskId::none;  // the main program waits here until this one is due, the first that it submits then
  LineRole role = LineRole::program;
};

// The program that a scenario stands for, in one mode and one language. Complete: the text of all lines runs as it is,
// prints what a run of the scenario prints (where threads race, one of its runs), and multiplies every duration by the
// environment variable TIME_SCALE. Immutable; lines count from 0.
class Listing {
 public:
  Listing(Language language, std::vector<ListingLine> lines, std::optional<std::size_t> wait_line);

  Language language() const { return language_; }
  const std::vector<ListingLine>& lines() const { return lines_; }

  // Every step and every task of the scenario has its line.
  std::size_t line_of(StepId step) const { return step_lines_[index(step)]; }
  std::size_t line_of(TaskId task) const { return task_lines_[index(task)]; }

  // Where the main program waits for tasks to come, in the order of their coming: each line has an `arrival`.
  const std::vector<std::size_t>& arrival_lines() const { return arrival_lines_; }

  // Where the main program waits for tasks that it has started; none in sequential mode, where it calls them.
  std::optional<std::size_t> wait_line() const { return wait_line_; }

  // The file: every line with its line break.
  std::string text() const;

 private:
  Language language_;
  std::vector<ListingLine> lines_;
  std::vector<std::size_t> step_lines_;
  std::vector<std::size_t> task_lines_;
  std::vector<std::size_t> arrival_lines_;
  std::optional<std::size_t> wait_line_;
};

}  // namespace interleave
