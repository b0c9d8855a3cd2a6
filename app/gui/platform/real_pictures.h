#pragma once

#include <memory>

#include "app/gui/platform/textures.h"
#include "app/gui/views/drawing/pictures.h"

namespace interleave::gui {

// Read from files, again when they have changed.
std::shared_ptr<Pictures> real_pictures(std::shared_ptr<Textures> textures);

}  // namespace interleave::gui
