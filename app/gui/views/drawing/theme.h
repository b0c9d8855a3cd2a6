#pragma once

#include <cstddef>

#include "app/gui/model/state/theme_name.h"
#include "core/looks/color.h"

namespace interleave::gui {

// Every colour of the window but those of tasks. Text colours reach a contrast of 4.5 on every ground they stand on.
struct Theme {
  Color ground;  // behind the panels
  Color bar;     // toolbar and status line
  Color raised;  // buttons, plates
  Color hover;   // a button under the pointer
  Color line;    // between panels
  Color grid;    // of the time axis
  Color text;
  Color quiet_text;  // what can be read second
  Color accent;      // the chosen one of a group
  Color on_accent;
  Color go;  // Run
  Color on_go;
  Color notice;  // ground of a remark that must be seen
  Color on_notice;
  Color neutral;  // bars that belong to no task: the legend
  Color playhead;
  Color on_playhead;
  Color code_keyword;  // of the program; what is nothing of these has the colour of text
  Color code_string;
  Color code_number;
  Color code_comment;
  bool light = false;
};

const Theme& theme_named(ThemeName name);

// Of what must be seen and stands on the window's ground: a line, a caret, a flag.
Color warning_color(const Theme& theme);

// The colour of the task at that position, on the theme's ground.
Color task_color(const Theme& theme, std::size_t position);

// The same for lines and frames: with a contrast of 3 at least against the ground.
Color task_line_color(const Theme& theme, std::size_t position);

}  // namespace interleave::gui
