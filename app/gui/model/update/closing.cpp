#include "app/gui/model/update/closing.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/files/kept_work.h"
#include "app/gui/model/input/command.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/changed_outside.h"
#include "app/gui/model/update/keep_work.h"
#include "app/gui/model/update/run_control.h"
#include "app/gui/model/update/save_file.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

bool is_asked_about(const AppState& state, std::size_t position) {
  return !state.scenarios[position].given_up && is_unsaved(state, position);
}

// The one in front is asked about first.
std::optional<std::size_t> first_unsaved(const AppState& state) {
  if (is_asked_about(state, state.chosen)) return state.chosen;
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    if (is_asked_about(state, i)) return i;
  }
  return std::nullopt;
}

void go_on_closing(AppState& state) {
  const auto unsaved = first_unsaved(state);
  if (state.files == nullptr || !unsaved) {
    state.closed = true;
    return;
  }
  if (*unsaved != state.chosen) choose_scenario(state, *unsaved);
  const bool unread = !unread_text(state, *unsaved).empty();
  state.notice =
      Notice{NoticeKind::closing, fmt::format("“{}” has {}.", state.scenario().title,
                                              unread ? "text that cannot be read yet" : "changes that are not saved")};
}

void answer_closing(AppState& state, NoticeAnswer answer) {
  if (answer == NoticeAnswer::third) return;
  if (answer == NoticeAnswer::second) {
    state.scenarios[state.chosen].given_up = true;
    return go_on_closing(state);
  }
  save(state);
  if (!is_unsaved(state, state.chosen)) go_on_closing(state);
}

}  // namespace

void request_close(AppState& state) {
  leave_text(state);
  state.dialog.reset();
  state.menu = Menu::none;
  for (ScenarioEntry& entry : state.scenarios) entry.given_up = false;
  go_on_closing(state);
}

void answer_notice(AppState& state, NoticeAnswer answer) {
  if (!state.notice) return;
  const Notice notice = *std::exchange(state.notice, std::nullopt);
  const bool first = answer == NoticeAnswer::first;
  switch (notice.kind) {
    case NoticeKind::message:
    case NoticeKind::remark:
      break;
    case NoticeKind::welcome:
      if (first && state.lesson_player.fulfil) state.lesson_player.fulfil(state, command::OpenLesson{"start-here"});
      break;
    case NoticeKind::changed_outside:
      first ? read_again(state) : keep_mine(state);
      break;
    case NoticeKind::left_behind:
      first ? restore_kept(state, notice.path) : state.files->remove(notice.path);
      break;
    case NoticeKind::closing:
      return answer_closing(state, answer);
  }
  offer_left_behind(state);  // it may have had to wait for this answer
}

}  // namespace interleave::gui
