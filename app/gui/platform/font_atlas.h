#pragma once

#include <memory>
#include <vector>

#include "app/gui/platform/font_faces.h"
#include "app/gui/platform/textures.h"
#include "app/gui/views/drawing/canvas.h"

struct ImFontAtlas;

namespace interleave::gui {

// Loads the window's fonts into ImGui's atlas, at that scale (1 is 100 %), in place of those before. Between frames
// only; needs no display. Falls back on ImGui's own font where none is found.
Fonts load_fonts(float scale);

// The same in an atlas that is no context's yet, so that it can be made on another thread while there is no context.
// Null where ImGui makes letters as they come, since 1.92.
struct FontAtlas {
  std::shared_ptr<ImFontAtlas> atlas;
  Fonts fonts;
};
FontAtlas make_font_atlas(float scale);

// What these fonts lack, from elsewhere; its glyphs go into these textures. For Fonts::letters.
std::shared_ptr<Letters> letters_beside(const Fonts& fonts, std::shared_ptr<Textures> textures,
                                        Elsewhere elsewhere = Elsewhere::searched);

// With the characters of these texts and few others: at many times the usual size, all would not fit into a texture.
Fonts load_fonts_for(float scale, const std::vector<DrawnText>& texts);

}  // namespace interleave::gui
