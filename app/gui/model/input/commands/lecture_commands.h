#pragma once

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/lecture.h"

// What a lecturer wishes for.
namespace interleave::gui::command {

struct TogglePresentation {
  friend bool operator==(const TogglePresentation&, const TogglePresentation&) = default;
};
// What stands beside the picture; the same once more takes it away.
struct ShowBeside {
  Beside beside = Beside::nothing;

  friend bool operator==(const ShowBeside&, const ShowBeside&) = default;
};
// The status bar and the timeline's buttons, for a while.
struct ShowTools {
  friend bool operator==(const ShowTools&, const ShowTools&) = default;
};
// The toolbar with them, or without.
struct ToggleToolbar {
  friend bool operator==(const ToggleToolbar&, const ToggleToolbar&) = default;
};
// Black, or back.
struct ToggleBlack {
  friend bool operator==(const ToggleBlack&, const ToggleBlack&) = default;
};

// What the hall sees stays as it is, whatever is done meanwhile.
struct ToggleFreeze {
  friend bool operator==(const ToggleFreeze&, const ToggleFreeze&) = default;
};

using LectureCommands =
    CommandList<TogglePresentation, ShowBeside, ShowTools, ToggleToolbar, ToggleBlack, ToggleFreeze>;

}  // namespace interleave::gui::command
