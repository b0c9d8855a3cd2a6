#pragma once

#include <cstddef>

#include "app/gui/model/edit/step_path.h"
#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/task_panel.h"
#include "core/base/ids.h"
#include "core/base/shared_object.h"

// Editing the steps that a task runs, and what tasks share. What stands in a step is a cell, as in the table.
namespace interleave::gui::command {

struct ShowSteps {
  StepList steps = StepList::shown;

  friend bool operator==(const ShowSteps&, const ShowSteps&) = default;
};
struct ScrollSteps {
  float to_px = 0;

  friend bool operator==(const ScrollSteps&, const ScrollSteps&) = default;
};
// Its first cell is typed into then.
struct AddStep {
  TaskId task = TaskId::none;
  StepPath place;
  Verb verb = Verb::print;

  friend bool operator==(const AddStep&, const AddStep&) = default;
};
// Opens a place for one: the verb is to be typed.
struct InsertStep {
  friend bool operator==(const InsertStep&, const InsertStep&) = default;
};
struct RemoveStep {
  TaskId task = TaskId::none;
  StepPath step;

  friend bool operator==(const RemoveStep&, const RemoveStep&) = default;
};
// What stands below an `else` and the like.
struct RemoveBody {
  TaskId task = TaskId::none;
  StepPath first;

  friend bool operator==(const RemoveBody&, const RemoveBody&) = default;
};
// Before the step that is at `to` now.
struct MoveStep {
  TaskId task = TaskId::none;
  StepPath step;
  StepPath to;

  friend bool operator==(const MoveStep&, const MoveStep&) = default;
};
struct SplitFunction {
  TaskId task = TaskId::none;

  friend bool operator==(const SplitFunction&, const SplitFunction&) = default;
};
struct AddShared {
  ObjectKind kind = ObjectKind::variable;

  friend bool operator==(const AddShared&, const AddShared&) = default;
};
struct RemoveShared {
  ObjectKind kind = ObjectKind::variable;
  std::size_t position = 0;

  friend bool operator==(const RemoveShared&, const RemoveShared&) = default;
};
// What is offered for what is being typed takes its place.
struct TakeOffer {
  std::size_t offer = 0;

  friend bool operator==(const TakeOffer&, const TakeOffer&) = default;
};

using StepCommands = CommandList<ShowSteps, ScrollSteps, AddStep, InsertStep, RemoveStep, RemoveBody, MoveStep,
                                 SplitFunction, AddShared, RemoveShared, TakeOffer>;

}  // namespace interleave::gui::command
