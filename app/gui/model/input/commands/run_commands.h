#pragma once

#include <cstddef>

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/base/language.h"
#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/record/record.h"

// What is run, how, and where in it one is.
namespace interleave::gui::command {

struct ChooseScenario {
  std::size_t position = 0;

  friend bool operator==(const ChooseScenario&, const ChooseScenario&) = default;
};
struct SetMode {
  Mode mode = Mode::sequential;

  friend bool operator==(const SetMode&, const SetMode&) = default;
};
struct SetMaxWorkers {
  int max_workers = 1;

  friend bool operator==(const SetMaxWorkers&, const SetMaxWorkers&) = default;
};
struct ChangeMaxWorkers {
  int by = 0;

  friend bool operator==(const ChangeMaxWorkers&, const ChangeMaxWorkers&) = default;
};
// Opens the number for typing.
struct EditMaxWorkers {
  friend bool operator==(const EditMaxWorkers&, const EditMaxWorkers&) = default;
};
struct SetLanguage {
  Language language = Language::python;

  friend bool operator==(const SetLanguage&, const SetLanguage&) = default;
};
// Whether the interpreter of a Python program lets one thread at a time go on.
struct SetGil {
  bool gil = true;

  friend bool operator==(const SetGil&, const SetGil&) = default;
};
struct SetClock {
  ClockKind clock = ClockKind::virtual_time;

  friend bool operator==(const SetClock&, const SetClock&) = default;
};
struct SetSpeed {
  double speed = 1;

  friend bool operator==(const SetSpeed&, const SetSpeed&) = default;
};
// From the start, with the settings as they are.
struct Run {
  friend bool operator==(const Run&, const Run&) = default;
};
// Pauses, goes on; runs when there is nothing to go on with.
struct TogglePause {
  friend bool operator==(const TogglePause&, const TogglePause&) = default;
};
struct StepEvent {
  Direction direction = Direction::next;

  friend bool operator==(const StepEvent&, const StepEvent&) = default;
};
struct MovePlayhead {
  Time time{};

  friend bool operator==(const MovePlayhead&, const MovePlayhead&) = default;
};
struct GoToStart {
  friend bool operator==(const GoToStart&, const GoToStart&) = default;
};
struct GoToEnd {
  friend bool operator==(const GoToEnd&, const GoToEnd&) = default;
};
// The playhead follows the real run again.
struct Follow {
  friend bool operator==(const Follow&, const Follow&) = default;
};

using RunCommands =
    CommandList<ChooseScenario, SetMode, SetMaxWorkers, ChangeMaxWorkers, EditMaxWorkers, SetLanguage, SetGil, SetClock,
                SetSpeed, Run, TogglePause, StepEvent, MovePlayhead, GoToStart, GoToEnd, Follow>;

}  // namespace interleave::gui::command
