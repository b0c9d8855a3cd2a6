#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/document.h"
#include "app/gui/model/edit/text_press.h"
#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/base/ids.h"

// Editing the scenario. The selected task is that of the selected cell.
namespace interleave::gui::command {

struct ShowTab {
  PanelTab tab = PanelTab::tasks;

  friend bool operator==(const ShowTab&, const ShowTab&) = default;
};
struct SelectCell {
  Cell cell;

  friend bool operator==(const SelectCell&, const SelectCell&) = default;
};
struct MoveInTable {
  int columns = 0;
  int rows = 0;

  friend bool operator==(const MoveInTable&, const MoveInTable&) = default;
};
// Opens it for typing.
struct EditCell {
  Cell cell;

  friend bool operator==(const EditCell&, const EditCell&) = default;
};
struct EditSelectedCell {
  std::string typed = {};  // what stands there now instead; empty: what did

  friend bool operator==(const EditSelectedCell&, const EditSelectedCell&) = default;
};
struct SetCell {
  Cell cell;
  std::string text;

  friend bool operator==(const SetCell&, const SetCell&) = default;
};
// Applies what is being typed.
struct LeaveText {
  friend bool operator==(const LeaveText&, const LeaveText&) = default;
};
struct AddTask {
  friend bool operator==(const AddTask&, const AddTask&) = default;
};
struct DuplicateTask {
  friend bool operator==(const DuplicateTask&, const DuplicateTask&) = default;
};
struct DeleteTask {
  friend bool operator==(const DeleteTask&, const DeleteTask&) = default;
};
struct MoveTask {
  Way way = Way::up;

  friend bool operator==(const MoveTask&, const MoveTask&) = default;
};
struct ToggleAfterColumn {
  friend bool operator==(const ToggleAfterColumn&, const ToggleAfterColumn&) = default;
};
struct ScrollTasks {
  float to_px = 0;

  friend bool operator==(const ScrollTasks&, const ScrollTasks&) = default;
};
struct SetDuration {
  TaskId task = TaskId::none;
  StepId step = StepId::none;
  double seconds = 0;
  EditGroup group = 0;  // of one drag

  friend bool operator==(const SetDuration&, const SetDuration&) = default;
};
struct EndDrag {
  friend bool operator==(const EndDrag&, const EndDrag&) = default;
};
struct Undo {
  friend bool operator==(const Undo&, const Undo&) = default;
};
struct Redo {
  friend bool operator==(const Redo&, const Redo&) = default;
};
// What is typed goes to the text that is being edited.
struct TypeText {
  std::string text;

  friend bool operator==(const TypeText&, const TypeText&) = default;
};
struct PressInText {
  TextPress press;

  friend bool operator==(const PressInText&, const PressInText&) = default;
};
struct FocusFileText {
  friend bool operator==(const FocusFileText&, const FocusFileText&) = default;
};
struct PlaceCursor {
  std::size_t position = 0;  // in bytes
  Extent extent = Extent::move;

  friend bool operator==(const PlaceCursor&, const PlaceCursor&) = default;
};
struct SelectWord {
  std::size_t position = 0;

  friend bool operator==(const SelectWord&, const SelectWord&) = default;
};

using EditCommands =
    CommandList<ShowTab, SelectCell, MoveInTable, EditCell, EditSelectedCell, SetCell, LeaveText, AddTask,
                DuplicateTask, DeleteTask, MoveTask, ToggleAfterColumn, ScrollTasks, SetDuration, EndDrag, Undo, Redo,
                TypeText, PressInText, FocusFileText, PlaceCursor, SelectWord>;

}  // namespace interleave::gui::command
