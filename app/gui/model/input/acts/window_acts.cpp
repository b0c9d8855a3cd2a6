// The window itself: help, colours, sizes, hints.
#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/theme_name.h"

namespace interleave::gui {

namespace {

bool help_is_open(const AppState& state) { return state.menu == Menu::help; }

// Whether the next larger text has room in the window.
bool can_be_larger(const AppState& state) {
  const auto* const next = std::upper_bound(kTextScales.begin(), kTextScales.end(), state.text_scale);
  return next != kTextScales.end() && *next <= state.most_text_scale;
}

// What stands on the help's plate.
void add_help_acts(ActRows& rows) {
  rows.push_back(
      {.id = "smaller-text"_act,
       .label = says("Smaller text"),
       .tooltip = tells("Smaller text.  Key: {}"),
       .command = wishes(command::ChangeTextScale{-1}),
       .enabled = [](const AppState& state) { return help_is_open(state) && state.text_scale > kTextScales.front(); }});
  rows.push_back({.id = "larger-text"_act,
                  .label = says("Larger text"),
                  .tooltip = tells("Larger text.  Key: {}"),
                  .command = wishes(command::ChangeTextScale{+1}),
                  .enabled = [](const AppState& state) { return help_is_open(state) && can_be_larger(state); }});
  rows.push_back({.id = "full-screen"_act,
                  .label = says("Full screen"),
                  .tooltip = tells("The whole screen, and back.  Key: {}"),
                  .command = wishes(command::ToggleFullScreen{}),
                  .enabled = help_is_open,
                  .chosen = [](const AppState& state) { return state.full_screen; }});
  rows.push_back({.id = "reduced-motion"_act,
                  .label = says("Reduced motion"),
                  .tooltip = tells("Zoom and pan are there at once instead of gliding"),
                  .command = [](const AppState& state) { return command::SetReducedMotion{!state.reduced_motion}; },
                  .enabled = help_is_open,
                  .chosen = [](const AppState& state) { return state.reduced_motion; }});
}

}  // namespace

void add_window_acts(ActRows& rows) {
  rows.push_back({.id = "help"_act,
                  .label = says("?"),
                  .tooltip = tells("Keys and gestures.  Key: {}"),
                  .command = wishes(command::OpenMenu{Menu::help}),
                  .chosen = help_is_open});
  add_help_acts(rows);
  rows.push_back(
      {.id = "theme"_act,
       .label = [](const AppState& state) { return fmt::format("{} theme", name(theme_after(state.theme))); },
       .tooltip =
           [](const AppState& state, std::string_view) {
             return fmt::format("Now the {} theme; press for the {} one", name(state.theme),
                                name(theme_after(state.theme)));
           },
       .command = wishes(command::NextTheme{})});
  rows.push_back({.id = "dismiss-hint"_act,
                  .label = says("no more hints"),
                  .tooltip = tells("No more hints; ? shows all keys"),
                  .command = wishes(command::DismissHints{}),
                  .enabled = [](const AppState& state) { return next_hint(state.hints).has_value(); }});
}

}  // namespace interleave::gui
