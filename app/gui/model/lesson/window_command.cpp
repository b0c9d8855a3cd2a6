#include "app/gui/model/lesson/window_command.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/gui/model/input/command_text.h"
#include "app/gui/model/input/needs_program.h"
#include "app/gui/model/lesson/lesson_arguments.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/update.h"
#include "core/run/schedule_reader.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

namespace {

using Problem = std::optional<std::string>;

template <class... Wishes>
bool is_among(command::CommandList<Wishes...>, const Command& command) {
  return ((command.as<Wishes>() != nullptr) || ...);
}

using Typed = command::CommandList<command::EditMaxWorkers, command::EditCell, command::EditSelectedCell,
                                   command::TypeText, command::PressInText, command::FocusFileText, command::LeaveText,
                                   command::PlaceCursor, command::SelectWord, command::OpenSearch, command::EditMark,
                                   command::CopyProgram, command::CopyOrder, command::TakeOffer, command::PointAt>;

Problem out_of_place(const Command& command) {
  if (is_among(command::FileCommands{}, command)) return "a lesson saves and opens no files; write open NAME";
  if (is_among(command::WindowCommands{}, command)) return "a lesson leaves the window as it is; leave this out";
  if (is_among(command::LectureCommands{}, command)) return "who lectures chooses what stands there; leave this out";
  if (is_among(command::LessonCommands{}, command)) return "a lesson does not turn its own slides; leave this out";
  if (is_among(Typed{}, command)) return "a lesson types nothing; write what is to come of it, such as set-cell";
  return std::nullopt;
}

CommandNames names_in(const AppState& state) {
  CommandNames names;
  names.tasks = state.has_program() ? task_names(state.scenario()) : std::vector<std::string>();
  return names;
}

// What was asked for and did not come about, although nobody was told.
Problem left_undone(const AppState& state, const Command& command) {
  if (const auto* const wish = command.as<command::MovePlayhead>(); wish != nullptr && wish->time != state.playhead) {
    if (wish->time < Time{}) return "the run begins at 0 s; name that moment or a later one";
    return fmt::format("the run ends at {}; name an earlier moment", seconds_text(playable_end(state)));
  }
  if (const auto* const wish = command.as<command::SetMaxWorkers>();
      wish != nullptr && wish->max_workers != state.settings.max_workers) {
    return fmt::format("max_workers is from 1 to {}", kMostWorkers);
  }
  if (const auto* const wish = command.as<command::SetSpeed>(); wish != nullptr && wish->speed != state.speed) {
    return fmt::format("the speed is from {} to {}", kSpeeds.front(), kSpeeds.back());
  }
  if (command.as<command::SelectSpan>() != nullptr && selected_span(state) == nullptr) {
    return "that task has no such bar in this run; write select and a task, or count its bars from 1";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> do_window_command(const LessonStage& stage, std::string_view text) {
  AppState& state = stage.state;
  // By names that only the window has.
  if (text.starts_with("choose-scenario")) return "a lesson opens a scenario by open NAME";
  const CommandNames names = names_in(state);
  const auto command = read_command(text, names);
  if (!command) return command.error();
  if (auto problem = out_of_place(command.value())) return problem;
  if (!stage.view.scenario) return "nothing is open yet; write open coffee-shop above it";
  state.notice.reset();
  state.panel.refusal.clear();
  update(state, command.value());
  if (state.notice && state.notice->kind == NoticeKind::message) return std::exchange(state.notice, {})->text;
  if (!state.panel.refusal.empty()) return std::exchange(state.panel.refusal, {});
  return left_undone(state, command.value());
}

std::vector<std::string_view> window_command_names() {
  std::vector<std::string_view> names;
  for (const std::string_view form : command_forms()) names.push_back(form.substr(0, form.find(' ')));
  return names;
}

bool is_window_command(std::string_view name) {
  const auto names = window_command_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace interleave::gui
