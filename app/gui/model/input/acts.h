#pragma once

#include <span>
#include <vector>

#include "app/gui/model/input/act.h"

namespace interleave::gui {

const std::vector<Act>& acts();
// The one of that id, which there is.
const Act& act(ActId id);

// Those that are as many as there are modes, sizes of a picture, answers to a notice; and the entries with which files
// are opened, saved and taken along.
std::span<const ActId> mode_acts();
std::span<const ActId> picture_acts();
std::span<const ActId> answer_acts();
std::span<const ActId> file_menu();
// How many of these stand before the files that were opened lately.
inline constexpr std::size_t kActsBeforeRecent = 3;

}  // namespace interleave::gui
