#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/act_id.h"

namespace interleave::gui {

struct AppState;

// Everything with a face that can be pressed: a row each, in the files of input/acts. The views draw them by their ids.
struct Act {
  ActId id;
  // What stands on it; may depend on the state ("Run", "Run again"). That of an icon alone begins with a small letter.
  std::function<std::string(const AppState&)> label;
  // What it does, with the key that does the same; no text where the label says it all.
  std::function<std::string(const AppState&, std::string_view key)> tooltip;
  // What pressing it wishes for.
  std::function<Command(const AppState&)> command;
  // Whether it can be pressed now.
  std::function<bool(const AppState&)> enabled = [](const AppState&) { return true; };
  // Whether it is the one chosen of its group, or is on.
  std::function<bool(const AppState&)> chosen = [](const AppState&) { return false; };
};

}  // namespace interleave::gui
