#pragma once

#include <cstddef>

#include "app/gui/model/input/commands/command_list.h"

// The program that the scenario stands for.
namespace interleave::gui::command {

// Whether the code shows what only makes it complete.
struct ToggleSupport {
  friend bool operator==(const ToggleSupport&, const ToggleSupport&) = default;
};
// Of the code, for what it made on the timeline; again: none.
struct ChooseLine {
  std::size_t line = 0;

  friend bool operator==(const ChooseLine&, const ChooseLine&) = default;
};
// That line of the run's output: its moment, its task, and the code's line that printed it; again: none.
struct ChoosePrinted {
  std::size_t position = 0;

  friend bool operator==(const ChoosePrinted&, const ChoosePrinted&) = default;
};
struct ScrollCode {
  float to_rows = 0;

  friend bool operator==(const ScrollCode&, const ScrollCode&) = default;
};
struct ScrollCodeBy {
  float rows = 0;

  friend bool operator==(const ScrollCodeBy&, const ScrollCodeBy&) = default;
};
// To the clipboard.
struct CopyProgram {
  friend bool operator==(const CopyProgram&, const CopyProgram&) = default;
};

using CodeCommands = CommandList<ToggleSupport, ChooseLine, ChoosePrinted, ScrollCode, ScrollCodeBy, CopyProgram>;

}  // namespace interleave::gui::command
