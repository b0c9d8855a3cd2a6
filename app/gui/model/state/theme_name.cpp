#include "app/gui/model/state/theme_name.h"

namespace interleave::gui {

ThemeName theme_after(ThemeName theme) {
  switch (theme) {
    case ThemeName::dark:
      return ThemeName::light;
    case ThemeName::light:
      return ThemeName::contrast;
    case ThemeName::contrast:
      break;
  }
  return ThemeName::dark;
}

std::string_view name(ThemeName theme) {
  switch (theme) {
    case ThemeName::dark:
      return "dark";
    case ThemeName::light:
      return "light";
    case ThemeName::contrast:
      break;
  }
  return "high contrast";
}

}  // namespace interleave::gui
