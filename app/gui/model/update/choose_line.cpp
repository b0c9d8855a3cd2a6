#include "app/gui/model/update/choose_line.h"

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/update/lane_walk.h"
#include "core/listing/list_program.h"

namespace interleave::gui {

namespace {

// The only span that the line made, if it is one alone.
std::optional<Selection> only_span(const Timeline& timeline, const ChosenLine& line) {
  std::optional<Selection> found;
  for (std::size_t task = 0; task < timeline.tasks().size(); ++task) {
    const auto& spans = timeline.tasks()[task].spans;
    for (std::size_t at = 0; at < spans.size(); ++at) {
      if (!line.made(spans[at])) continue;
      if (found) return std::nullopt;
      found = Selection{task_id(task), at, {}};
    }
  }
  return found;
}

}  // namespace

void refresh_code(AppState& state) {
  Code& code = state.code;
  if (state.selection) code.chosen.reset();
  if (state.shown_scenario == nullptr) {
    code.listing = nullptr;
    code.scenario = nullptr;
    code.chosen.reset();
    return;
  }
  const bool is_current = code.listing != nullptr && code.listing->language() == state.settings.language &&
                          code.mode == state.settings.mode && code.max_workers == state.settings.max_workers &&
                          code.scenario == state.shown_scenario.get();
  if (is_current) return;
  code.mode = state.settings.mode;
  code.max_workers = state.settings.max_workers;
  code.scenario = state.shown_scenario.get();
  code.listing = std::make_shared<const Listing>(
      list_program(*code.scenario, code.mode, code.max_workers, state.settings.language));
  code.chosen.reset();
}

void choose_line(AppState& state, std::size_t line) {
  const bool again = state.code.chosen && state.code.chosen->line == line;
  clear_selection(state);
  if (again) return;
  const auto chosen = line_to_choose(*state.code.listing, *state.shown_scenario, line);
  if (!chosen) return;
  const auto alone = only_span(*state.run.record, *chosen);
  if (alone) return select_span(state, *alone);
  state.code.chosen = chosen;
}

}  // namespace interleave::gui
