#pragma once

#include "app/gui/views/widgets/ui.h"
#include "core/lesson/blocks.h"

// The text of a lesson: words that stand out in several ways, and what they are put together to.
namespace interleave::gui {

// Draws them from the top of the box down, none below it. Returns the height that they take.
float draw_blocks(const Ui& ui, Rect box, const lesson::Blocks& blocks);
// The same of words alone, broken at blanks.
float draw_words(const Ui& ui, Rect box, const lesson::Words& words, Style style, Color color);

// The heights that they would take in that width.
float blocks_height(const Ui& ui, float width, const lesson::Blocks& blocks);
float words_height(const Ui& ui, float width, const lesson::Words& words, Style style);

}  // namespace interleave::gui
