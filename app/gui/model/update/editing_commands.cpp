#include "app/gui/model/update/editing_commands.h"

#include <algorithm>

#include "app/gui/model/state/typing.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/accept_dialog.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/changed_outside.h"
#include "app/gui/model/update/closing.h"
#include "app/gui/model/update/drag_length.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/export_run.h"
#include "app/gui/model/update/menus.h"
#include "app/gui/model/update/new_scenario.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/press_in_text.h"
#include "app/gui/model/update/save_file.h"
#include "app/gui/model/update/step_list.h"
#include "app/gui/model/update/step_selection.h"
#include "app/gui/model/update/take_back_new.h"
#include "app/gui/model/update/task_table.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

void apply(AppState& state, const command::ShowTab& wish) {
  show_side(state);
  show_tab(state, wish.tab);
}
void apply(AppState& state, const command::SelectCell& wish) { select_cell(state, wish.cell); }
void apply(AppState& state, const command::MoveInTable& wish) { move_in_table(state, wish.columns, wish.rows); }
void apply(AppState& state, const command::EditCell& wish) { edit_cell(state, wish.cell); }
void apply(AppState& state, const command::EditSelectedCell& wish) {
  if (const auto cell = state.panel.selected) edit_cell(state, *cell);
  if (state.panel.editing) type_text(state, wish.typed);
}
void apply(AppState& state, const command::SetCell& wish) { set_cell(state, wish.cell, wish.text); }
void apply(AppState& state, const command::LeaveText&) { leave_field(state); }
void apply(AppState& state, const command::AddTask&) { add_task(state); }
void apply(AppState& state, const command::DuplicateTask&) { duplicate_task(state); }
void apply(AppState& state, const command::DeleteTask&) { delete_task(state); }
void apply(AppState& state, const command::MoveTask& wish) { move_task(state, wish.way); }
void apply(AppState& state, const command::ToggleAfterColumn&) {
  const bool always = state.panel.after == AfterColumn::always;
  state.panel.after = always ? AfterColumn::if_used : AfterColumn::always;
}
void apply(AppState& state, const command::ScrollTasks& wish) { state.panel.scroll = std::max(0.0F, wish.to_px); }
void apply(AppState& state, const command::SetDuration& wish) {
  set_step_duration(state, wish.task, wish.step, wish.seconds, wish.group);
}
void apply(AppState& state, const command::EndDrag&) { end_drag(state); }
// What it tells of is taken back.
void forget_remark(AppState& state) {
  if (state.notice && state.notice->kind == NoticeKind::remark) state.notice.reset();
}
void apply(AppState& state, const command::Undo&) {
  forget_remark(state);
  const bool only_text = !unread_text(state, state.chosen).empty();
  !only_text&& can_take_back_new(state) ? take_back_new(state) : undo_edit(state);
}
void apply(AppState& state, const command::Redo&) { redo_edit(state); }
void apply(AppState& state, const command::TypeText& wish) { type_text(state, wish.text); }
void apply(AppState& state, const command::PressInText& wish) { press_in_text(state, wish.press); }
void apply(AppState& state, const command::FocusFileText&) {
  show_side(state);
  if (state.panel.tab != PanelTab::file) show_tab(state, PanelTab::file);
  if (state.panel.tab == PanelTab::file) focus_file_text(state);
}
void apply(AppState& state, const command::PlaceCursor& wish) {
  if (TextEdit* text = active_text(state)) text->place(wish.position, wish.extent);
}
void apply(AppState& state, const command::SelectWord& wish) {
  if (TextEdit* text = active_text(state)) text->select_word(wish.position);
}

void apply(AppState& state, const command::ShowSteps& wish) {
  show_side(state);
  show_steps(state, wish.steps);
}
void apply(AppState& state, const command::ScrollSteps& wish) { state.panel.step_scroll = std::max(0.0F, wish.to_px); }
void apply(AppState& state, const command::AddStep& wish) { add_step(state, index(wish.task), wish.place, wish.verb); }
void apply(AppState& state, const command::InsertStep&) { insert_step(state); }
void apply(AppState& state, const command::RemoveStep& wish) { remove_step(state, index(wish.task), wish.step); }
void apply(AppState& state, const command::RemoveBody& wish) { remove_body(state, index(wish.task), wish.first); }
void apply(AppState& state, const command::MoveStep& wish) { move_step(state, index(wish.task), wish.step, wish.to); }
void apply(AppState& state, const command::SplitFunction& wish) { split_function(state, index(wish.task)); }
void apply(AppState& state, const command::AddShared& wish) { add_shared(state, wish.kind); }
void apply(AppState& state, const command::RemoveShared& wish) { remove_shared(state, wish.kind, wish.position); }
void apply(AppState& state, const command::TakeOffer& wish) { take_offer(state, wish.offer); }

void apply(AppState& state, const command::NewScenario&) {
  show_side(state);
  new_scenario(state);
}
void apply(AppState& state, const command::OpenDialog& wish) { open_dialog(state, wish.purpose); }
void apply(AppState& state, const command::PickInDialog& wish) { pick_in_dialog(state, wish.entry); }
void apply(AppState& state, const command::ScrollDialog& wish) {
  if (state.dialog) state.dialog->scroll = std::max(0.0F, wish.to_px);
}
void apply(AppState& state, const command::AcceptDialog&) { accept_dialog(state); }
void apply(AppState& state, const command::CloseDialog&) { close_dialog(state); }
void apply(AppState& state, const command::OpenFile& wish) {
  close_menu(state);
  open_file(state, wish.path);
}
void apply(AppState& state, const command::Save&) {
  close_menu(state);
  save(state);
}
void apply(AppState& state, const command::CheckFile&) {
  check_file(state);
  if (state.lesson_player.look_at_file) state.lesson_player.look_at_file(state);
}
void apply(AppState& state, const command::AnswerNotice& wish) { answer_notice(state, wish.answer); }

void apply(AppState& state, const command::OpenExport&) { open_export(state); }
void apply(AppState& state, const command::PickExport& wish) { pick_export(state, wish.kind); }
void apply(AppState& state, const command::SetPictureTimes& wish) { set_picture_times(state, wish.times); }
void apply(AppState& state, const command::AcceptExport&) { accept_export(state); }

}  // namespace

bool apply_editing(AppState& state, const Command& command) {
  return visit_one_of(EditingCommands{}, command, [&state](const auto& wish) { apply(state, wish); });
}

}  // namespace interleave::gui
