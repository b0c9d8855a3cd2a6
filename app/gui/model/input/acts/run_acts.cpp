// What is run, and how.
#include <fmt/format.h>

#include "app/gui/model/explain/curve_text.h"
#include "app/gui/model/explain/shown_events.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/refused.h"

namespace interleave::gui {

namespace {

bool uses_max_workers(const AppState& state) { return traits(state.settings.mode).has_max_workers; }

std::string max_workers_tooltip(const AppState& state, std::string_view change, std::string_view key) {
  if (!uses_max_workers(state)) return std::string(kWhoHasMaxWorkers);
  const ModeTraits& mode = traits(state.settings.mode);
  return fmt::format("{} {} for the {}, also while it runs.  Key: {}", change, mode.worker,
                     mode.shares_memory ? "thread pool" : "tasks", key);
}

std::string mode_tooltip(const AppState& state, Mode mode, std::string_view key) {
  const auto why = refusal_of(state, mode);
  return why ? fmt::format("{}: refused, for {}", title(mode), *why)
             : fmt::format("{}.  Key: {}", traits(mode).explained, key);
}

void add_mode_acts(ActRows& rows) {
  for (const Mode mode : kModes) {
    rows.push_back(
        {.id = mode_acts()[index(mode)],
         .label = says(std::string(title(mode))),
         .tooltip = [mode](const AppState& state, std::string_view key) { return mode_tooltip(state, mode, key); },
         .command = wishes(command::SetMode{mode}),
         .enabled = [mode](const AppState& state) { return !refusal_of(state, mode); },
         .chosen = [mode](const AppState& state) { return state.settings.mode == mode; }});
  }
}

void add_worker_acts(ActRows& rows) {
  rows.push_back(
      {.id = "fewer-workers"_act,
       .label = says("fewer workers"),
       .tooltip = [](const AppState& state,
                     std::string_view key) { return max_workers_tooltip(state, "One less", key); },
       .command = wishes(command::ChangeMaxWorkers{-1}),
       .enabled = [](const AppState& state) { return uses_max_workers(state) && state.settings.max_workers > 1; }});
  rows.push_back(
      {.id = "more-workers"_act,
       .label = says("more workers"),
       .tooltip = [](const AppState& state,
                     std::string_view key) { return max_workers_tooltip(state, "One more", key); },
       .command = wishes(command::ChangeMaxWorkers{+1}),
       .enabled =
           [](const AppState& state) { return uses_max_workers(state) && state.settings.max_workers < kMostWorkers; }});
}

void add_number_act(ActRows& rows) {
  rows.push_back({.id = "max-workers"_act,
                  .label = [](const AppState& state) { return fmt::format("{}", state.settings.max_workers); },
                  .tooltip =
                      [](const AppState& state, std::string_view) {
                        if (!uses_max_workers(state)) return std::string(kWhoHasMaxWorkers);
                        return fmt::format("max_workers {}: click and type a number from 1 to {}",
                                           state.settings.max_workers, kMostWorkers);
                      },
                  .command = wishes(command::EditMaxWorkers{}),
                  .enabled = uses_max_workers});
}

bool can_step(const AppState& state) {
  if (!state.run.started) return state.clock == ClockKind::virtual_time;
  return neighbouring_event(state, Direction::next).has_value();
}

void add_clock_acts(ActRows& rows) {
  rows.push_back({.id = "speed"_act,
                  .label = [](const AppState& state) { return fmt::format("{:g}×", state.speed); },
                  .tooltip = tells("Scenario seconds a second"),
                  .command = wishes(command::OpenMenu{Menu::speeds}),
                  .chosen = [](const AppState& state) { return state.menu == Menu::speeds; }});
  rows.push_back({.id = "real-time"_act,
                  .label = says("Real time"),
                  .tooltip =
                      [](const AppState& state, std::string_view) {
                        return state.engine.live ? "Real time: real threads, coroutines and processes on this "
                                                   "machine's clock, recorded as they run"
                                                 : "Real time needs threads, which programs do not get here";
                      },
                  .command = wishes(command::SetClock{ClockKind::real_time}),
                  .enabled = [](const AppState& state) { return state.engine.live != nullptr; },
                  .chosen = [](const AppState& state) { return state.clock == ClockKind::real_time; }});
  rows.push_back({.id = "simulated"_act,
                  .label = says("Simulated"),
                  .tooltip = tells("Simulated: the same program on a virtual clock, exact and the same every time"),
                  .command = wishes(command::SetClock{ClockKind::virtual_time}),
                  .chosen = [](const AppState& state) { return state.clock == ClockKind::virtual_time; }});
}

std::string_view gil_explained(const RunSettings& settings) {
  if (!traits(settings.mode).shares_memory)
    return "Python's lock: each process has one of its own, and none waits for it";
  return settings.gil ? "Python as it mostly is: its lock lets one thread at a time go on"
                      : "Python built without its lock: threads compute on as many cores as there are";
}

// Where a real run of that mode computes and waits.
std::string_view real_place(Mode mode) { return traits(mode).shares_memory ? "on real threads" : "in real processes"; }

void add_gil_act(ActRows& rows) {
  rows.push_back(
      {.id = "gil"_act,
       .label = says("GIL"),
       .tooltip = [](const AppState& state,
                     std::string_view key) { return fmt::format("{}.  Key: {}", gil_explained(state.settings), key); },
       .command = [](const AppState& state) { return command::SetGil{!state.settings.gil}; },
       .enabled = gil_matters,
       .chosen = [](const AppState& state) { return state.settings.gil; }});
}

}  // namespace

std::span<const ActId> mode_acts() {
  static const ActIds ids([] {
    std::vector<std::string> names;
    for (const Mode mode : kModes) names.push_back(fmt::format("mode-{}", name(mode)));
    return names;
  }());
  return ids.all();
}

void add_run_acts(ActRows& rows) {
  add_gil_act(rows);
  add_mode_acts(rows);
  add_worker_acts(rows);
  add_number_act(rows);
  rows.push_back({.id = "run"_act,
                  .label = [](const AppState& state) { return state.run.started ? "Run again" : "Run"; },
                  .tooltip =
                      [](const AppState& state, std::string_view key) {
                        return fmt::format(
                            "Run the scenario from 0 s: {}, {}.  Key: {}", title(state.settings.mode),
                            state.clock == ClockKind::real_time ? real_place(state.settings.mode) : "simulated", key);
                      },
                  .command = wishes(command::Run{})});
  rows.push_back({.id = "pause"_act,
                  .label =
                      [](const AppState& state) {
                        if (state.playing || !can_pause(state)) return "Pause";
                        return state.run.ended ? "Replay" : "Resume";
                      },
                  .tooltip =
                      [](const AppState& state, std::string_view key) {
                        return fmt::format(
                            "{}.  Key: {}",
                            state.run.ended ? "Show the recorded run again from the playhead on" : "Pause or go on",
                            key);
                      },
                  .command = wishes(command::TogglePause{}),
                  .enabled = can_pause});
  rows.push_back({.id = "step"_act,
                  .label = says("Step"),
                  .tooltip = tells("Step: move the playhead to the next event of the run.  Key: {}"),
                  .command = wishes(command::StepEvent{Direction::next}),
                  .enabled = can_step});
  rows.push_back({.id = "to-start"_act,
                  .label = says("back to the start"),
                  .tooltip = tells("Move the playhead back to the start of the run, 0 s.  Key: {}"),
                  .command = wishes(command::GoToStart{}),
                  .enabled = [](const AppState& state) { return state.run.started && state.playhead > Time{}; }});
  add_clock_acts(rows);
}

}  // namespace interleave::gui
