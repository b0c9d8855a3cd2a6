#include "app/gui/model/update/repair.h"

#include "app/gui/model/update/direct_run.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/explore/repair_wording.h"

namespace interleave::gui {

void show_repairs(AppState& state, RepairsShown shown) {
  if (shown == RepairsShown::yes) {
    set_directing(state, Directing::no);
    show_outcomes(state, OutcomesShown::yes);
  }
  state.repairing.job.give_up();
  state.repairing = Repairing{.shown = shown, .of = nullptr, .job = {}, .known = nullptr};
  advance_repairs(state);
}

void apply_repair(AppState& state, std::size_t position) {
  const auto repairs = state.repairing.known;
  if (repairs == nullptr || position >= repairs->tried.size()) return;
  const Repair& repair = repairs->tried[position];
  const std::string change = change_text(repair.change, state.scenario());
  const auto before = state.scenarios[state.chosen].scenario;
  try_edit(state, Edit{repair.scenario, change});
  if (state.scenarios[state.chosen].scenario == before) return;
  remark(state, "Changed: " + change + ". Ctrl+Z takes it back.");
}

bool advance_repairs(AppState& state) {
  Repairing& repairing = state.repairing;
  if (repairing.shown == RepairsShown::no || state.explorer.answer() == nullptr) return false;
  const auto found = state.explorer.found_in(state.settings.mode);
  if (found != repairing.of) {
    repairing.of = found;
    repairing.known = nullptr;
    repairing.job.give_up();
    if (found == nullptr) return true;
    RepairSettings settings{.explore = {.run = state.settings, .limit = kMostStatesOfRepairs}};
    repairing.job.begin(state.engine, [scenario = state.scenarios[state.chosen].scenario, found,
                                       settings](const BackgroundResult<Repairs>::Wanted& wanted) mutable {
      settings.goes_on = [&wanted](std::size_t, std::size_t) { return wanted(); };
      return find_repairs(*scenario, *found, settings);
    });
  }
  auto known = repairing.job.take();
  if (known == nullptr) return false;
  repairing.known = std::move(known);
  return true;
}

}  // namespace interleave::gui
