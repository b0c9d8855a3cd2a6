#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/theme_name.h"

namespace interleave::gui {

// A picture of the window that the program makes of itself: a simulated run of a built-in scenario, so that it is the
// same each time.
struct GalleryPicture {
  std::string_view name;   // of the file, without its ending
  std::string_view shows;  // a sentence for who cannot see it
  std::string_view scenario = "coffee-shop";
  Mode mode = Mode::coroutine;
  double at = 2.5;  // seconds
  ThemeName theme = ThemeName::dark;
  void (*arrange)(AppState&) = nullptr;  // what the user does before it is taken
};

// Each mode, each panel, each theme.
const std::vector<GalleryPicture>& gallery();

// Brings a fresh state, which has the built-in scenarios, to what the picture shows.
void show(const GalleryPicture& picture, AppState& state);

// The finished simulated run at that moment; without one, at its end.
void show_moment(AppState& state, std::optional<double> at);

// A page in Markdown with all pictures of the gallery and what they show.
std::string gallery_page();

}  // namespace interleave::gui
