// The dialog that asks what is to be taken along.
#include <fmt/format.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/exportable.h"

namespace interleave::gui {

namespace {

bool asks_what(const AppState& state) { return state.menu == Menu::exports; }

Act picture_act(int times) {
  return {
      .id = picture_acts()[static_cast<std::size_t>(times - 1)],
      .label = says(fmt::format("{}×", times)),
      .tooltip = tells(times == 1 ? "As many pixels as on the screen"
                                  : fmt::format("{} times as many pixels across and down.  Keys: left, right", times)),
      .command = wishes(command::SetPictureTimes{times}),
      .enabled = asks_what,
      .chosen = [times](const AppState& state) {
        return state.exporting.kind == ExportKind::window && state.exporting.times == times;
      }};
}

}  // namespace

std::span<const ActId> picture_acts() {
  static const ActIds ids([] {
    std::vector<std::string> names;
    for (int times = 1; times <= kMostPictureTimes; ++times) names.push_back(fmt::format("picture-{}x", times));
    return names;
  }());
  return ids.all();
}

void add_export_acts(ActRows& rows) {
  for (int times = 1; times <= kMostPictureTimes; ++times) rows.push_back(picture_act(times));
  rows.push_back({.id = "export-accept"_act,
                  .label = says("Choose where…"),
                  .tooltip = tells(""),
                  .command = wishes(command::AcceptExport{}),
                  .enabled = [](const AppState& state) {
                    return asks_what(state) && why_not_exported(state, state.exporting.kind).empty();
                  }});
  rows.push_back({.id = "export-cancel"_act,
                  .label = says("Cancel"),
                  .tooltip = tells(""),
                  .command = wishes(command::OpenExport{}),
                  .enabled = asks_what});
}

}  // namespace interleave::gui
