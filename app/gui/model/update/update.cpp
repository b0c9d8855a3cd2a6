#include "app/gui/model/update/update.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/input/gives_away.h"
#include "app/gui/model/input/needs_program.h"
#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/state/typing.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/choose_line.h"
#include "app/gui/model/update/closing.h"
#include "app/gui/model/update/direct_run.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/editing_commands.h"
#include "app/gui/model/update/export_run.h"
#include "app/gui/model/update/lane_walk.h"
#include "app/gui/model/update/lecture.h"
#include "app/gui/model/update/menus.h"
#include "app/gui/model/update/move_focus.h"
#include "app/gui/model/update/navigation.h"
#include "app/gui/model/update/note_use.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/playhead.h"
#include "app/gui/model/update/press_in_text.h"
#include "app/gui/model/update/repair.h"
#include "app/gui/model/update/run_control.h"
#include "app/gui/model/update/scheduled_run.h"
#include "app/gui/model/update/searching.h"
#include "app/gui/model/update/select_range.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/step_list.h"
#include "app/gui/model/update/step_selection.h"
#include "app/gui/model/update/task_table.h"
#include "app/gui/model/update/tell.h"
#include "app/gui/model/update/text_scale.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

void apply(AppState& state, const command::ChooseScenario& wish) {
  close_menu(state);
  if (!leave_text(state)) return;
  if (wish.position < state.scenarios.size()) choose_scenario(state, wish.position);
}
void apply(AppState& state, const command::SetMode& wish) { set_mode(state, wish.mode); }
void apply(AppState& state, const command::SetMaxWorkers& wish) { set_max_workers(state, wish.max_workers); }
void apply(AppState& state, const command::ChangeMaxWorkers& wish) {
  set_max_workers(state, state.settings.max_workers + wish.by);
}
void apply(AppState& state, const command::EditMaxWorkers&) { edit_max_workers(state); }
void apply(AppState& state, const command::SetLanguage& wish) { set_language(state, wish.language); }
void apply(AppState& state, const command::SetGil& wish) { set_gil(state, wish.gil); }
void apply(AppState& state, const command::SetClock& wish) { set_clock(state, wish.clock); }
void apply(AppState& state, const command::SetSpeed& wish) {
  close_menu(state);
  set_speed(state, wish.speed);
}

// Nothing runs out of sight.
void show_what_runs(AppState& state) {
  if (state.lesson != nullptr && state.slide_is_text) state.slide_beside = SlideBeside::workbench;
}
void apply(AppState& state, const command::Run&) {
  if (!leave_text(state)) return;
  show_what_runs(state);
  start_run(state);
}
void apply(AppState& state, const command::TogglePause&) {
  show_what_runs(state);
  toggle_pause(state);
}
void apply(AppState& state, const command::StepEvent& wish) {
  step_event(state, wish.direction);
  reveal(state, state.playhead);
}
void apply(AppState& state, const command::MovePlayhead& wish) { move_playhead(state, wish.time); }
void apply(AppState& state, const command::GoToStart&) {
  go_to_start(state);
  reveal(state, state.playhead);
}
void apply(AppState& state, const command::GoToEnd&) {
  go_to_end(state);
  reveal(state, state.playhead);
}
void apply(AppState& state, const command::Follow&) {
  follow(state);
  follow_in_view(state);
}

void apply(AppState& state, const command::SetView& wish) {
  if (state.view != wish.view) state.lane_scroll = 0;
  state.view = wish.view;
}
void apply(AppState& state, const command::SetComparing& wish) { set_comparing(state, wish.comparing); }
void apply(AppState& state, const command::ShowShared& wish) { state.shared_lanes = wish.lanes; }
void apply(AppState& state, const command::ShowOutcomes& wish) { show_outcomes(state, wish.outcomes); }
void apply(AppState& state, const command::ShowGraph& wish) { show_graph(state, wish.graph); }
void apply(AppState& state, const command::ShowRepairs& wish) { show_repairs(state, wish.repairs); }
void apply(AppState& state, const command::ApplyRepair& wish) { apply_repair(state, wish.position); }
void apply(AppState& state, const command::ShowSchedule& wish) { show_scheduled(state, wish.schedule); }
void apply(AppState& state, const command::Direct& wish) { set_directing(state, wish.directing); }
void apply(AppState& state, const command::TakeSteps& wish) { take_steps(state, wish.steps); }
void apply(AppState& state, const command::TakeBackStep&) { take_back_step(state); }
void apply(AppState& state, const command::StartOver&) { start_over(state); }
void apply(AppState& state, const command::ShowBadOrder&) { show_bad_order(state); }
void apply(AppState& state, const command::CopyOrder&) { copy_order(state); }
void apply(AppState& state, const command::Zoom& wish) {
  hold_view(state);
  state.viewport.zoom(wish.anchor, wish.factor);
}
void apply(AppState& state, const command::ZoomAtPointer& wish) {
  hold_view(state);
  state.viewport.zoom(zoom_anchor(state), wish.factor);
}
void apply(AppState& state, const command::Pan& wish) {
  hold_view(state);
  state.viewport.pan(wish.seconds);
  state.viewport.settle();  // it follows the hand
}
void apply(AppState& state, const command::PanByShare& wish) {
  hold_view(state);
  state.viewport.pan(wish.share * state.viewport.target().length());
}
void apply(AppState& state, const command::ShowRange& wish) {
  hold_view(state);
  state.viewport.show(wish.range);
  state.viewport.settle();
}
void apply(AppState& state, const command::Fit&) {
  state.view_follows = true;
  state.viewport.fit();
}
void apply(AppState& state, const command::PointAt& wish) { state.pointer_time = wish.time; }
void apply(AppState& state, const command::ScrollLanes& wish) { state.lane_scroll = std::max(0.0F, wish.to_px); }
void apply(AppState& state, const command::ScrollConsole& wish) {
  state.console_scroll = std::max(0.0F, wish.to_lines);
}

void apply(AppState& state, const command::SelectSpan& wish) {
  select_span(state, {wish.task, wish.span, wish.compared}, wish.lane);
}
void apply(AppState& state, const command::SelectShared& wish) { select_shared(state, wish.object, wish.time); }
void apply(AppState& state, const command::SelectNeighbour& wish) { select_neighbour(state, wish.direction); }
void apply(AppState& state, const command::SelectLane& wish) { select_lane(state, wish.direction); }
void apply(AppState& state, const command::SelectCause&) { select_cause(state); }
void apply(AppState& state, const command::SelectRange& wish) { select_range(state, wish.anchor, wish.head); }
void apply(AppState& state, const command::ExtendRange& wish) {
  extend_range(state, wish.direction);
  if (state.selected_range) reveal(state, state.selected_range->head);
}
void apply(AppState& state, const command::SelectRangeHere&) { select_range_here(state); }
void apply(AppState& state, const command::FocusSelected&) { show_selected(state); }
void apply(AppState& state, const command::ClearSelection&) {
  state.selected_range.reset();
  state.selection.reset();
  state.code.chosen.reset();
  state.lane.reset();
}
void apply(AppState& state, const command::Escape&) {
  if (state.lecture.black) return toggle_black(state);
  if (state.menu != Menu::none) return close_menu(state);
  if (std::exchange(state.shows_slides, false)) return;
  if (state.dialog) return close_dialog(state);
  if (types_workers(state)) return state.typed_workers.reset();
  if (state.notice && state.notice->kind != NoticeKind::left_behind) return state.notice.reset();
  if (state.marks.edit) return state.marks.drop_edit();
  if (state.search.open) return close_search(state);
  if (state.panel.editing) return give_up_text(state);
  if (state.panel.selected) return state.panel.selected.reset();
  if (state.focused) return state.focused.reset();
  if (state.focused_panel) return state.focused_panel.reset();
  const bool nothing_selected = !state.selection && !state.selected_range && !state.code.chosen && !state.lane;
  if (state.presenting && nothing_selected) return toggle_presentation(state);
  apply(state, command::ClearSelection{});
}

void apply(AppState& state, const command::OpenSearch&) { open_search(state); }
void apply(AppState& state, const command::CloseSearch&) { close_search(state); }
void apply(AppState& state, const command::GoToMatch& wish) {
  hold_view(state);
  go_to_match(state, wish.direction);
}

void apply(AppState& state, const command::EditMark& wish) {
  const Time time = wish.time.value_or(state.playhead);
  state.marks.begin_edit(time);
  reveal(state, time);
}
void apply(AppState& state, const command::DeleteMark& wish) {
  if (const auto mark = state.marks.at(wish.time.value_or(state.playhead))) state.marks.remove(*mark);
}
void apply(AppState& state, const command::GoToMark& wish) {
  const auto time = state.marks.neighbour(state.playhead, wish.direction);
  if (!time) return;
  move_playhead(state, *time);
  reveal(state, *time);
}

void apply(AppState& state, const command::EndTyping&) {
  take_typed_workers(state);
  state.marks.keep_edit();
  state.search.typing = false;
}

void apply(AppState& state, const command::ToggleSupport&) { state.code.support_shown = !state.code.support_shown; }
void apply(AppState& state, const command::ChooseLine& wish) { choose_line(state, wish.line); }
void apply(AppState& state, const command::ChoosePrinted& wish) { choose_printed(state, wish.position); }
void apply(AppState& state, const command::ScrollCode& wish) { state.code.scroll = wish.to_rows; }
void apply(AppState& state, const command::ScrollCodeBy& wish) {
  state.code.scroll = std::max(0.0F, state.code.scroll + wish.rows);
}

void apply(AppState& state, const command::OpenMenu& wish) { toggle_menu(state, wish.menu); }
void apply(AppState& state, const command::ScrollHelp& wish) { state.help_scroll = std::max(0.0F, wish.to_rows); }
void apply(AppState& state, const command::MoveInMenu& wish) {
  if (const auto count = static_cast<int>(menu_size(state)); count > 0)
    state.menu_entry = (state.menu_entry + wish.by + count) % count;
}
void apply(AppState&, const command::Activate&) {}  // stood for nothing, see activated()
void apply(AppState& state, const command::FocusControl& wish) {
  show_tools(state);
  apply(state, command::EndTyping{});
  focus_control(state, wish.direction);
  if (state.focused == "file-text"_act) {
    state.focused.reset();
    focus_file_text(state);
  }
  if (state.focused == "task-table"_act) focus_table(state);
  if (state.focused == "step-list"_act) focus_steps(state);
}
void apply(AppState& state, const command::FocusPanel& wish) {
  show_all_tools(state);
  apply(state, command::EndTyping{});
  focus_panel(state, wish.direction);
}

void apply(AppState& state, const command::NextTheme&) { state.theme = theme_after(state.theme); }
void apply(AppState& state, const command::TogglePresentation&) { toggle_presentation(state); }
void apply(AppState& state, const command::ShowBeside& wish) { show_beside(state, wish.beside); }
void apply(AppState& state, const command::ShowTools&) { show_tools(state); }
void apply(AppState& state, const command::ToggleToolbar&) { toggle_toolbar(state); }
void apply(AppState& state, const command::ToggleBlack&) { toggle_black(state); }
void apply(AppState& state, const command::ToggleFreeze&) { toggle_freeze(state); }
void apply(AppState& state, const command::ChangeTextScale& wish) { change_text_scale(state, wish.steps); }
void apply(AppState& state, const command::ToggleFullScreen&) { state.full_screen = !state.full_screen; }
void apply(AppState& state, const command::ResizePanels& wish) { state.panels.resize(wish.group, wish.share); }
void apply(AppState& state, const command::ResizePanelsBy& wish) { state.panels.resize_by(wish.group, wish.share); }
void apply(AppState& state, const command::ResetPanels& wish) { state.panels.reset(wish.group); }
void apply(AppState& state, const command::TogglePanels& wish) { state.panels.toggle(wish.group); }
void apply(AppState& state, const command::ScrollConsoleBy& wish) {
  const auto lines = static_cast<float>(state.run.record->output().size());
  state.console_scroll = std::clamp(state.console_scroll + wish.lines, 0.0F, lines);
}
void apply(AppState& state, const command::SetReducedMotion& wish) { state.reduced_motion = wish.reduced; }
void apply(AppState&, const command::DismissHints&) {}  // counted by note_use()

void apply(AppState& state, const command::RequestClose&) { request_close(state); }
void apply(AppState& state, const command::CopyProgram&) { copy_program(state); }

using CommandsHere =
    command::Joined<command::RunCommands, command::ViewCommands, command::DirectCommands, command::LookCommands,
                    command::CodeCommands, command::WindowCommands, command::LectureCommands>;

bool apply_here(AppState& state, const Command& command) {
  return visit_one_of(CommandsHere{}, command, [&state](const auto& wish) { apply(state, wish); });
}

static_assert(CommandsHere::kSize + EditingCommands::kSize + command::LessonCommands::kSize ==
                  command::AllCommands::kSize,
              "a command is fulfilled here, by the editing, or else by a lesson");

void show_lesson(AppState& state, const Command& command) {
  if (state.lesson_player.fulfil) state.lesson_player.fulfil(state, command);
}

// What the system was asked for and gives only now.
bool take_answers(AppState& state) {
  const bool pasted = take_pasted(state);
  const bool opened = take_opened(state);
  if (!pasted && !opened) return false;
  refresh_code(state);
  refresh_search(state);
  return true;
}

}  // namespace

void update(AppState& state, const Command& given) {
  const Command command = given.as<command::Activate>() == nullptr ? given : activated(state).value_or(given);
  if (needs_program(command) && !state.has_program()) return;
  if (state.answer_first && gives_answer_away(command)) return tell(state, "Answer first: then the run is shown.");
  if (!apply_here(state, command) && !apply_editing(state, command)) show_lesson(state, command);
  keep_directed(state);
  note_shown_task(state);
  refresh_code(state);
  note_use(state.hints, command);
  refresh_search(state);
  if (state.reduced_motion) state.viewport.settle();
}

bool set_offered(AppState& state, Offered offered) {
  const bool differs = offered != state.offered;
  if (differs) state.offered = std::move(offered);
  return differs;
}

bool tick(AppState& state, double host_seconds) {
  // What was typed first: whether a file that has come may be shown goes by it.
  const bool text_changed = read_file_text(state);
  const bool answered = take_answers(state);
  const bool run_changed = advance_run(state, host_seconds);
  if (run_changed) {
    keep_playhead_in_sight(state);
    refresh_search(state);
    if (state.reduced_motion) state.viewport.settle();
  }
  const bool view_changed = state.viewport.advance(host_seconds);
  const bool forecast_came = take_forecast(state);
  const bool outcomes_came = state.explorer.poll();
  const bool repairs_came = advance_repairs(state);
  const bool directed = advance_directed(state, host_seconds);
  const bool tools_went = advance_tools(state, host_seconds);
  const bool lesson_moved = state.lesson != nullptr && state.lesson_player.tick(state, host_seconds);
  return answered || text_changed || run_changed || view_changed || forecast_came || outcomes_came || repairs_came ||
         directed || tools_went || lesson_moved;
}

bool moving(const AppState& state) {
  return state.playing || state.viewport.moving() || (state.directed && !state.directed->planned.empty()) ||
         state.lecture.tools_for > 0;
}

}  // namespace interleave::gui
