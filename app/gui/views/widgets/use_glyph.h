#pragma once

#include <string_view>

#include "app/gui/views/widgets/ui.h"
#include "core/base/shared_object.h"
#include "core/record/event.h"

namespace interleave::gui {

// The shape says what is used: a circle a variable, a square a lock or a semaphore, a triangle a queue. It is filled
// where the task changes or takes it, hollow where it only reads it or gives it back.
enum class GlyphFill : std::uint8_t { filled, hollow };

void draw_object_glyph(const Ui& ui, ObjectKind kind, GlyphFill fill, Point center, float radius, Color color);

// Of a use, in the colour of text, so that it can be seen on any bar.
void draw_use_glyph(const Ui& ui, ObjectKind kind, AccessKind use, Point center, float radius);

// "writes", "acquires": what the legend says.
std::string_view use_word(AccessKind use);

}  // namespace interleave::gui
