#pragma once

#include <functional>

namespace interleave::gui {

struct AppState;
class Command;

// What shows lessons, as update() and tick() need it: lessons themselves stand on a floor above.
struct LessonPlayer {
  std::function<void(AppState& state, const Command& command)> fulfil;  // a command of LessonCommands
  std::function<bool(AppState& state, double host_seconds)> tick;       // true when what is shown has changed
  std::function<void(AppState& state)> look_at_file;                    // whose lesson runs: it may have been edited
};

}  // namespace interleave::gui
