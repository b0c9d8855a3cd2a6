#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/theme_name.h"
#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// What the command line asks for; what it does not, a window takes from the last one.
struct Options {
  std::string scenario;              // a path, "-", the name of a built-in one; empty: the first built-in one
  std::string screenshot;            // the file to write; empty: open the window
  std::string gallery;               // the folder to write the gallery to; empty: none
  std::string lesson;                // a path, or the name of a built-in one; empty: none
  std::optional<std::size_t> slide;  // of the lesson, from 1
  std::optional<Size> size;
  std::optional<Mode> mode;
  std::optional<int> max_workers;
  std::optional<double> at;  // seconds; none: the last moment
  std::optional<View> view;
  std::optional<Comparing> comparing;
  std::optional<ThemeName> theme;
  bool present = false;
  std::optional<int> scale;  // per cent
};

// The options, or the exit code where there is nothing more to do: help was given, or the usage was wrong and said so.
struct ParsedOptions {
  Options options;
  std::optional<int> exit_code;
};
ParsedOptions parse_options(int argc, char** argv);

}  // namespace interleave::gui
