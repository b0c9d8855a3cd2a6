// Searching and marking.
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

bool has_matches(const AppState& state) { return state.search.open && !state.search.matches.empty(); }

}  // namespace

void add_look_acts(ActRows& rows) {
  rows.push_back({.id = "search"_act,
                  .label = says("search"),
                  .tooltip = tells("Search tasks, steps and output.  Key: {}"),
                  .command = wishes(command::OpenSearch{}),
                  .chosen = [](const AppState& state) { return state.search.open; }});
  rows.push_back({.id = "previous-match"_act,
                  .label = says("previous match"),
                  .tooltip = tells("Previous match.  Key: Shift+Enter, or {}"),
                  .command = wishes(command::GoToMatch{Direction::previous}),
                  .enabled = has_matches});
  rows.push_back({.id = "next-match"_act,
                  .label = says("next match"),
                  .tooltip = tells("Next match.  Key: Enter, or {}"),
                  .command = wishes(command::GoToMatch{Direction::next}),
                  .enabled = has_matches});
  rows.push_back({.id = "close-search"_act,
                  .label = says("close search"),
                  .tooltip = tells("Close the search.  Key: {}"),
                  .command = wishes(command::CloseSearch{}),
                  .enabled = [](const AppState& state) { return state.search.open; }});
  rows.push_back({.id = "mark"_act,
                  .label = says("mark"),
                  .tooltip = tells("Mark the moment at the playhead.  Key: {}"),
                  .command = wishes(command::EditMark{}),
                  .chosen = [](const AppState& state) { return state.marks.edit.has_value(); }});
}

}  // namespace interleave::gui
