#pragma once

#include <memory>

#include "app/gui/model/files/files.h"

namespace interleave::gui {

// The machine's files. Unsaved work is kept in the user's folder for state, $XDG_STATE_HOME/interleave.
std::shared_ptr<Files> real_files();

}  // namespace interleave::gui
