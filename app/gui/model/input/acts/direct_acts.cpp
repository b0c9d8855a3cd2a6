// What the user does as the scheduler of a run.
#include <algorithm>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/shown.h"
#include "core/explore/wording.h"
#include "core/run/schedule_reader.h"

namespace interleave::gui {

namespace {

bool can_go_wrong(const AppState& state) {
  if (!state.directed || state.directed->remaining == nullptr || state.directed->now().choices.empty()) return false;
  const auto& outcomes = state.directed->remaining->outcomes;
  return std::any_of(outcomes.begin(), outcomes.end(),
                     [](const ExploredOutcome& outcome) { return is_bad(outcome.result); });
}

std::string about_bad_orders(const AppState& state) {
  if (!state.directed || state.directed->remaining == nullptr || can_go_wrong(state)) {
    return "From here on, the simplest order that goes wrong, step by step";
  }
  return state.directed->now().choices.empty() ? "Nothing is left to be chosen: go back first"
                                               : "From here on nothing can go wrong";
}

// What was left in this program; empty where it is not at its start, or nothing was.
std::string order_left(const AppState& state) {
  const auto& kept = state.kept_order;
  if (!state.directed || state.directed->moments.size() > 1 || !kept) return "";
  if (!is_chosen_program(state, kept->scenario, kept->settings)) return "";
  return schedule_text(kept->order, task_names(state.scenario()));
}

bool has_steps(const AppState& state) { return state.directed && state.directed->moments.size() > 1; }

}  // namespace

void add_direct_acts(ActRows& rows) {
  rows.push_back(
      {.id = "direct"_act,
       .label = [](const AppState& state) { return std::string(state.directed ? "Leave" : "Be the scheduler"); },
       .tooltip =
           [](const AppState& state, std::string_view key) {
             const std::string_view what =
                 state.directed ? "Let the run go by itself again. Your order is kept for when you come back.  Key: "
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
  rows.push_back({.id = "start-over"_act,
                  .label = says("Start over"),
                  .tooltip = tells("From the first step again. Your order is kept until you leave another"),
                  .command = wishes(command::StartOver{}),
                  .enabled = has_steps});
  rows.push_back({.id = "last-order"_act,
                  .label = says("Go on with your last order"),
                  .tooltip = [](const AppState& state, std::string_view) { return order_left(state); },
                  .command = [](const AppState& state) { return command::TakeSteps{order_left(state)}; },
                  .enabled = [](const AppState& state) { return !order_left(state).empty(); }});
  rows.push_back({.id = "show-bad-order"_act,
                  .label = says("Show a bad one"),
                  .tooltip = [](const AppState& state, std::string_view) { return about_bad_orders(state); },
                  .command = wishes(command::ShowBadOrder{}),
                  .enabled = can_go_wrong});
  rows.push_back({.id = "copy-order"_act,
                  .label = says("Copy the order"),
                  .tooltip = tells("Copy the order so far, as text: run --schedule on the command line runs it again"),
                  .command = wishes(command::CopyOrder{}),
                  .enabled = has_steps});
}

}  // namespace interleave::gui
