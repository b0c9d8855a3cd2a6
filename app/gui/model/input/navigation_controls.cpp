#include "app/gui/model/input/navigation_controls.h"

#include <algorithm>
#include <array>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

constexpr double kButtonZoomStep = 1.6;

constexpr std::array kNavigationControls = {
    NavigationControl{Control::zoom_out, "zoom out", "Zoom out.  Key: S, or the wheel",
                      [] { return Command(command::ZoomAtPointer{1 / kButtonZoomStep}); }},
    NavigationControl{Control::zoom_in, "zoom in", "Zoom in.  Key: W, or the wheel",
                      [] { return Command(command::ZoomAtPointer{kButtonZoomStep}); }},
    NavigationControl{Control::fit, "fit", "Show the whole run.  Key: 0, or a double click",
                      [] { return Command(command::Fit{}); }},
    NavigationControl{Control::zoom_to_selection, "zoom to selection", "Zoom to what is selected.  Key: F",
                      [] { return Command(command::FocusSelected{}); }},
    NavigationControl{Control::search, "search", "Search tasks, steps and output.  Key: /",
                      [] { return Command(command::OpenSearch{}); }},
    NavigationControl{Control::mark, "mark", "Mark the moment at the playhead.  Key: M",
                      [] { return Command(command::EditMark{}); }},
    NavigationControl{Control::previous_match, "previous match", "Previous match.  Key: Shift+Enter, or N",
                      [] { return Command(command::GoToMatch{Direction::previous}); }},
    NavigationControl{Control::next_match, "next match", "Next match.  Key: Enter, or n",
                      [] { return Command(command::GoToMatch{Direction::next}); }},
    NavigationControl{Control::close_search, "close search", "Close the search.  Key: Esc",
                      [] { return Command(command::CloseSearch{}); }},
    NavigationControl{Control::dismiss_hint, "no more hints", "No more hints; ? shows all keys",
                      [] { return Command(command::DismissHints{}); }},
    NavigationControl{Control::smaller_text, "Smaller text", "Smaller text.  Key: Ctrl -",
                      [] { return Command(command::ChangeTextScale{-1}); }},
    NavigationControl{Control::larger_text, "Larger text", "Larger text.  Key: Ctrl +",
                      [] { return Command(command::ChangeTextScale{+1}); }},
    NavigationControl{Control::full_screen, "Full screen", "The whole screen, and back.  Key: F11",
                      [] { return Command(command::ToggleFullScreen{}); }},
    NavigationControl{Control::reduced_motion, "Reduced motion", "Zoom and pan are there at once instead of gliding",
                      [] { return Command(command::SetReducedMotion{true}); }},
};

// Whether the next larger text has room in the window.
bool can_be_larger(const AppState& state) {
  const auto* const next = std::upper_bound(kTextScales.begin(), kTextScales.end(), state.text_scale);
  return next != kTextScales.end() && *next <= state.most_text_scale;
}

}  // namespace

const NavigationControl* navigation_control(Control control) {
  const auto* const found = std::find_if(kNavigationControls.begin(), kNavigationControls.end(),
                                         [&](const NavigationControl& c) { return c.control == control; });
  return found == kNavigationControls.end() ? nullptr : &*found;
}

bool navigation_enabled(const AppState& state, Control control) {
  switch (control) {
    case Control::fit:
      return !state.viewport.fitted();
    case Control::zoom_to_selection:
      return state.selection.has_value() || state.selected_range.has_value();
    case Control::previous_match:
    case Control::next_match:
      return state.search.open && !state.search.matches.empty();
    case Control::close_search:
      return state.search.open;
    case Control::dismiss_hint:
      return next_hint(state.hints).has_value();
    case Control::smaller_text:
      return state.menu == Menu::help && state.text_scale > kTextScales.front();
    case Control::larger_text:
      return state.menu == Menu::help && can_be_larger(state);
    case Control::full_screen:
    case Control::reduced_motion:
      return state.menu == Menu::help;
    default:
      return true;
  }
}

bool navigation_chosen(const AppState& state, Control control) {
  switch (control) {
    case Control::search:
      return state.search.open;
    case Control::mark:
      return state.marks.edit.has_value();
    case Control::full_screen:
      return state.full_screen;
    case Control::reduced_motion:
      return state.reduced_motion;
    default:
      return false;
  }
}

}  // namespace interleave::gui
