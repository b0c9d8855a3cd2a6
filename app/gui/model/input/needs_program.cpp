#include "app/gui/model/input/needs_program.h"

namespace interleave::gui {

namespace {

template <class... Wishes>
bool is_one_of(const Command& command) {
  return ((command.as<Wishes>() != nullptr) || ...);
}

bool runs(const Command& command) {
  return is_one_of<command::Run, command::SetMode, command::SetMaxWorkers, command::ChangeMaxWorkers,
                   command::EditMaxWorkers, command::SetLanguage, command::SetGil, command::SetClock,
                   command::SetComparing, command::Direct, command::TakeSteps, command::ShowRepairs,
                   command::ApplyRepair>(command);
}

bool lists(const Command& command) {
  return is_one_of<command::ToggleSupport, command::ChooseLine, command::CopyProgram>(command);
}

bool edits(const Command& command) {
  return is_one_of<command::ShowTab, command::SelectCell, command::MoveInTable, command::EditCell,
                   command::EditSelectedCell, command::SetCell, command::AddTask, command::DuplicateTask,
                   command::DeleteTask, command::MoveTask, command::ToggleAfterColumn, command::SetDuration,
                   command::Undo, command::Redo, command::FocusFileText>(command);
}

bool edits_steps(const Command& command) {
  const auto* const menu = command.as<command::OpenMenu>();
  if (menu != nullptr) return menu->menu == Menu::steps;
  return is_one_of<command::ShowSteps, command::AddStep, command::InsertStep, command::RemoveStep, command::RemoveBody,
                   command::MoveStep, command::SplitFunction, command::AddShared, command::RemoveShared,
                   command::TakeOffer>(command);
}

bool saves(const Command& command) {
  const auto* const dialog = command.as<command::OpenDialog>();
  return command.as<command::Save>() != nullptr || (dialog != nullptr && dialog->purpose == FilePurpose::save);
}

}  // namespace

bool needs_program(const Command& command) {
  return runs(command) || lists(command) || edits(command) || edits_steps(command) || saves(command);
}

}  // namespace interleave::gui
