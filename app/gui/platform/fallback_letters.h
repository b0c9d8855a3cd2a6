#pragma once

#include <memory>

#include "app/gui/platform/font_faces.h"
#include "app/gui/platform/glyph_pages.h"
#include "app/gui/views/drawing/letters.h"

namespace interleave::gui {

// Letters for what these fonts lack: of their files' other letters, of installed fonts, and boxes. Does nothing, and
// looks for no fonts, until it is asked for a line.
std::shared_ptr<Letters> fallback_letters(const Fonts& fonts, FontFiles files, std::shared_ptr<Textures> textures,
                                          Elsewhere elsewhere = Elsewhere::searched);

}  // namespace interleave::gui
