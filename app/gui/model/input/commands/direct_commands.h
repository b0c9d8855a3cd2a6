#pragma once

#include <string>

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/vocabulary.h"

// What the user does as the scheduler of a run.
namespace interleave::gui::command {

struct Direct {
  Directing directing = Directing::yes;

  friend bool operator==(const Direct&, const Direct&) = default;
};
// That step that counts, or several, as a schedule writes them.
struct TakeSteps {
  std::string steps;

  friend bool operator==(const TakeSteps&, const TakeSteps&) = default;
};
// The last step.
struct TakeBackStep {
  friend bool operator==(const TakeBackStep&, const TakeBackStep&) = default;
};
// From the start again; the order so far is kept.
struct StartOver {
  friend bool operator==(const StartOver&, const StartOver&) = default;
};
// The simplest order that goes wrong from here on, step by step.
struct ShowBadOrder {
  friend bool operator==(const ShowBadOrder&, const ShowBadOrder&) = default;
};
// The steps so far, as a schedule, to the clipboard.
struct CopyOrder {
  friend bool operator==(const CopyOrder&, const CopyOrder&) = default;
};

using DirectCommands = CommandList<Direct, TakeSteps, TakeBackStep, StartOver, ShowBadOrder, CopyOrder>;

}  // namespace interleave::gui::command
