#include "app/gui/model/input/controls.h"

#include <fmt/format.h>

#include "app/gui/model/explain/shown_events.h"
#include "app/gui/model/input/editing_controls.h"
#include "app/gui/model/input/export_controls.h"
#include "app/gui/model/input/navigation_controls.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/theme_name.h"

namespace interleave::gui {

namespace {

constexpr Mode mode_of(Control control) {
  return kModes[static_cast<std::size_t>(control) - static_cast<std::size_t>(Control::mode_sequential)];
}

constexpr Language language_of(Control control) {
  return control == Control::code_python ? Language::python : Language::cpp;
}

std::string_view mode_tooltip(Mode mode) {
  switch (mode) {
    case Mode::sequential:
      return "One after another on one thread.  Key: 1";
    case Mode::coroutine:
      return "Coroutines on an event loop: one thread, free while tasks await.  Key: 2";
    case Mode::threads:
      return "One thread for each task; a waiting task holds its thread.  Key: 3";
    case Mode::pool:
      return "At most max_workers threads share the tasks; the others queue.  Key: 4";
  }
  return "";
}

bool uses_max_workers(const AppState& state) { return traits(state.settings.mode).has_max_workers; }

bool can_step(const AppState& state) {
  if (!state.run.started) return state.clock == ClockKind::virtual_time;
  return neighbouring_event(state, Direction::next).has_value();
}

std::string max_workers_tooltip(const AppState& state, std::string_view change) {
  if (!uses_max_workers(state)) return "Only the thread pool has max_workers";
  return fmt::format("{} worker for the thread pool, also while it runs.  Key: {}", change,
                     change == "One more" ? "+" : "-");
}

}  // namespace

Command command_of(const AppState& state, Control control) {
  if (is_editing_control(control)) return command_of_editing(control);
  if (is_export_control(control)) return command_of_export(control);
  if (control == Control::reduced_motion) return command::SetReducedMotion{!state.reduced_motion};
  if (const NavigationControl* found = navigation_control(control)) return found->command();
  switch (control) {
    case Control::scenario:
      return command::OpenMenu{Menu::scenarios};
    case Control::mode_sequential:
    case Control::mode_coroutine:
    case Control::mode_threads:
    case Control::mode_pool:
      return command::SetMode{mode_of(control)};
    case Control::fewer_workers:
      return command::ChangeMaxWorkers{-1};
    case Control::more_workers:
      return command::ChangeMaxWorkers{+1};
    case Control::run:
      return command::Run{};
    case Control::pause:
      return command::TogglePause{};
    case Control::step:
      return command::StepEvent{Direction::next};
    case Control::to_start:
      return command::GoToStart{};
    case Control::speed:
      return command::OpenMenu{Menu::speeds};
    case Control::real_time:
      return command::SetClock{ClockKind::real_time};
    case Control::simulated:
      return command::SetClock{ClockKind::virtual_time};
    case Control::theme:
      return command::NextTheme{};
    case Control::presentation:
      return command::TogglePresentation{};
    case Control::help:
      return command::OpenMenu{Menu::help};
    case Control::view_by_task:
      return command::SetView{View::by_task};
    case Control::view_by_worker:
      return command::SetView{View::by_worker};
    case Control::compare:
      return command::SetComparing{state.comparing ? Comparing::no : Comparing::yes};
    case Control::follow:
      return command::Follow{};
    case Control::code_python:
    case Control::code_cpp:
      return command::SetLanguage{language_of(control)};
    case Control::code_support:
      return command::ToggleSupport{};
    default:
      break;
  }
  return command::Escape{};
}

std::string label_of(const AppState& state, Control control) {
  if (is_editing_control(control)) return label_of_editing(state, control);
  if (is_export_control(control)) return label_of_export(control);
  if (const NavigationControl* found = navigation_control(control)) return std::string(found->label);
  switch (control) {
    case Control::scenario:
      return state.scenario().title + (state.document().is_dirty() ? " •" : "");
    case Control::mode_sequential:
    case Control::mode_coroutine:
    case Control::mode_threads:
    case Control::mode_pool:
      return std::string(title(mode_of(control)));
    case Control::fewer_workers:
      return "fewer workers";
    case Control::more_workers:
      return "more workers";
    case Control::run:
      return state.run.started ? "Run again" : "Run";
    case Control::pause:
      if (state.playing || !enabled(state, control)) return "Pause";
      return state.run.ended ? "Replay" : "Resume";
    case Control::step:
      return "Step";
    case Control::to_start:
      return "back to the start";
    case Control::speed:
      return fmt::format("{:g}×", state.speed);
    case Control::real_time:
      return "Real time";
    case Control::simulated:
      return "Simulated";
    case Control::theme:
      return fmt::format("{} theme", name(theme_after(state.theme)));
    case Control::presentation:
      return state.presenting ? "Back to the workbench" : "Present";
    case Control::help:
      return "?";
    case Control::view_by_task:
      return "By task";
    case Control::view_by_worker:
      return "By worker";
    case Control::compare:
      return "Compare";
    case Control::follow:
      return "Follow";
    case Control::code_python:
      return "Python";
    case Control::code_cpp:
      return "C++";
    case Control::code_support:
      return "All lines";
    default:
      break;
  }
  return {};
}

std::string tooltip_of(const AppState& state, Control control) {
  if (is_editing_control(control)) return tooltip_of_editing(state, control);
  if (is_export_control(control)) return tooltip_of_export(state, control);
  if (const NavigationControl* found = navigation_control(control)) return std::string(found->tooltip);
  switch (control) {
    case Control::scenario:
      return state.scenario().title + (state.document().is_dirty() ? " (not saved)" : "") +
             ": choose another scenario, open, save";
    case Control::mode_sequential:
    case Control::mode_coroutine:
    case Control::mode_threads:
    case Control::mode_pool:
      return std::string(mode_tooltip(mode_of(control)));
    case Control::fewer_workers:
      return max_workers_tooltip(state, "One less");
    case Control::more_workers:
      return max_workers_tooltip(state, "One more");
    case Control::run:
      return fmt::format("Run the scenario from 0 s: {}, {}.  Key: Ctrl+R", title(state.settings.mode),
                         state.clock == ClockKind::real_time ? "on real threads" : "simulated");
    case Control::pause:
      return state.run.ended ? "Show the recorded run again from the playhead on.  Key: Space"
                             : "Pause or go on.  Key: Space";
    case Control::step:
      return "Step: move the playhead to the next event of the run.  Key: right arrow";
    case Control::to_start:
      return "Move the playhead back to the start of the run, 0 s.  Key: Ctrl+Home";
    case Control::speed:
      return "Scenario seconds a second";
    case Control::real_time:
      return state.engine.live ? "Real time: real threads and coroutines on this machine's clock, recorded as they run"
                               : "Real time needs threads, which programs do not get here";
    case Control::simulated:
      return "Simulated: the same program on a virtual clock, exact and the same every time";
    case Control::theme:
      return fmt::format("Now the {} theme; press for the {} one", name(state.theme), name(theme_after(state.theme)));
    case Control::presentation:
      return "For a hall: large text, only timeline, code and console.  Key: F5";
    case Control::help:
      return "Keys and gestures.  Key: ?";
    case Control::view_by_task:
      return "One line for each task";
    case Control::view_by_worker:
      return "One line for each worker, and one for each task that is without a worker";
    case Control::compare:
      return "All four modes of this scenario below each other, simulated, on one time axis.  Key: C";
    case Control::follow:
      return "Let playhead and view follow the run again";
    case Control::code_python:
      return "The program of this scenario and mode in Python.  Key: L changes the language";
    case Control::code_cpp:
      return "The program of this scenario and mode in C++20.  Key: L changes the language";
    case Control::code_support:
      return state.code.support_shown ? "Fold what only makes the program complete"
                                      : "Show also what only makes the program complete";
    default:
      break;
  }
  return {};
}

bool enabled(const AppState& state, Control control) {
  if (is_editing_control(control)) return editing_enabled(state, control);
  if (is_export_control(control)) return export_enabled(state, control);
  if (navigation_control(control) != nullptr) return navigation_enabled(state, control);
  switch (control) {
    case Control::fewer_workers:
      return uses_max_workers(state) && state.settings.max_workers > 1;
    case Control::more_workers:
      return uses_max_workers(state) && state.settings.max_workers < kMostWorkers;
    case Control::real_time:
      return state.engine.live != nullptr;
    case Control::pause:
      return state.run.started && (state.playing || state.playhead < picture_end(state));
    case Control::step:
      return can_step(state);
    case Control::to_start:
      return state.run.started && state.playhead > Time{};
    case Control::follow:
      return can_follow(state);
    default:
      return true;
  }
}

bool chosen(const AppState& state, Control control) {
  if (is_editing_control(control)) return editing_chosen(state, control);
  if (is_export_control(control)) return export_chosen(state, control);
  if (navigation_control(control) != nullptr) return navigation_chosen(state, control);
  switch (control) {
    case Control::mode_sequential:
    case Control::mode_coroutine:
    case Control::mode_threads:
    case Control::mode_pool:
      return state.settings.mode == mode_of(control);
    case Control::real_time:
      return state.clock == ClockKind::real_time;
    case Control::simulated:
      return state.clock == ClockKind::virtual_time;
    case Control::view_by_task:
      return state.view == View::by_task;
    case Control::view_by_worker:
      return state.view == View::by_worker;
    case Control::compare:
      return state.comparing;
    case Control::scenario:
      return state.menu == Menu::scenarios;
    case Control::speed:
      return state.menu == Menu::speeds;
    case Control::help:
      return state.menu == Menu::help;
    case Control::presentation:
      return state.presenting;
    case Control::code_python:
    case Control::code_cpp:
      return state.code.language == language_of(control);
    case Control::code_support:
      return state.code.support_shown;
    default:
      return false;
  }
}

}  // namespace interleave::gui
