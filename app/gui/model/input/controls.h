#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "app/gui/model/input/command.h"

namespace interleave::gui {

struct AppState;

// Everything with a face that can be pressed, in the order in which Tab visits it.
enum class Control : std::uint8_t {
  scenario,
  mode_sequential,
  mode_coroutine,
  mode_threads,
  mode_pool,
  fewer_workers,
  more_workers,
  run,
  pause,
  step,
  to_start,
  speed,
  real_time,
  simulated,
  help,
  view_by_task,
  view_by_worker,
  compare,
  follow,
  code_python,
  code_cpp,
  code_support,
  copy_program,
  presentation,
  dismiss_hint,
  zoom_out,
  zoom_in,
  fit,
  zoom_to_selection,
  search,
  mark,
  previous_match,
  next_match,
  close_search,
  theme,
  smaller_text,
  larger_text,
  full_screen,
  reduced_motion,
  tab_tasks,
  tab_settings,
  tab_file,
  undo,
  redo,
  task_table,
  add_task,
  duplicate_task,
  task_up,
  task_down,
  delete_task,
  after_column,
  file_text,
  notice_first,
  notice_second,
  notice_third,
  dialog_accept,
  dialog_cancel,
  picture_1x,
  picture_2x,
  picture_3x,
  picture_4x,
  export_accept,
  export_cancel,
};

inline constexpr std::size_t kControlCount = static_cast<std::size_t>(Control::export_cancel) + 1;

constexpr Control control_at(std::size_t position) { return static_cast<Control>(position); }

// What pressing it wishes for.
Command command_of(const AppState& state, Control control);
// What stands on it; may depend on the state ("Run", "Run again").
std::string label_of(const AppState& state, Control control);
// What it does, and its key.
std::string tooltip_of(const AppState& state, Control control);
// Whether it can be pressed now.
bool enabled(const AppState& state, Control control);
// Whether it is the one chosen of its group.
bool chosen(const AppState& state, Control control);

}  // namespace interleave::gui
