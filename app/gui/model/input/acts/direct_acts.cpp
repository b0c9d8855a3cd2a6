// What the user does as the scheduler of a run.
#include <algorithm>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/shown.h"
#include "core/explore/wording.h"

namespace interleave::gui {

namespace {

bool can_go_wrong(const AppState& state) {
  if (!state.directed || state.directed->remaining == nullptr || state.directed->now().choices.empty()) return false;
  const auto& outcomes = state.directed->remaining->outcomes;
  return std::any_of(outcomes.begin(), outcomes.end(),
                     [](const ExploredOutcome& outcome) { return is_bad(outcome.result); });
}

bool has_steps(const AppState& state) { return state.directed && state.directed->moments.size() > 1; }

}  // namespace

void add_direct_acts(ActRows& rows) {
  rows.push_back(
      {.id = "direct"_act,
       .label = [](const AppState& state) { return std::string(state.directed ? "Done" : "Be the scheduler"); },
       .tooltip =
           [](const AppState& state, std::string_view key) {
             const std::string_view what = state.directed
                                               ? "Let the run go by itself again.  Key: "
                                               : "Say yourself whose step comes next, and find an order that goes "
                                                 "wrong.  Key: ";
             return std::string(what) + std::string(key);
           },
       .command =
           [](const AppState& state) { return command::Direct{state.directed ? Directing::no : Directing::yes}; },
       .enabled = [](const AppState& state) { return state.directed || shares_something(state); },
       .chosen = [](const AppState& state) { return state.directed.has_value(); }});
  rows.push_back({.id = "take-back-step"_act,
                  .label = says("Back"),
                  .tooltip = tells("Take the last step back.  Key: {}"),
                  .command = wishes(command::TakeBackStep{}),
                  .enabled = has_steps});
  rows.push_back({.id = "show-bad-order"_act,
                  .label = says("Show a bad one"),
                  .tooltip = tells("From here on, the simplest order that goes wrong, step by step"),
                  .command = wishes(command::ShowBadOrder{}),
                  .enabled = can_go_wrong});
  rows.push_back({.id = "copy-order"_act,
                  .label = says("Copy the order"),
                  .tooltip = tells("The order so far, as text for run --schedule, to the clipboard"),
                  .command = wishes(command::CopyOrder{}),
                  .enabled = has_steps});
}

}  // namespace interleave::gui
