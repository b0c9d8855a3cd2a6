#include "app/gui/views/widgets/use_glyph.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

void fill_glyph(Canvas& canvas, ObjectKind kind, Point at, float radius, Color color) {
  switch (kind) {
    case ObjectKind::variable:
      return canvas.circle(at, radius, color);
    case ObjectKind::lock:
    case ObjectKind::semaphore: {
      const float half = radius * 0.88F;
      return canvas.fill({at.x - half, at.y - half, at.x + half, at.y + half}, color);
    }
    case ObjectKind::queue:
      const float half = radius * 1.12F;
      return canvas.triangle({at.x - half, at.y - half * 0.8F}, {at.x + half, at.y - half * 0.8F}, {at.x, at.y + half},
                             color);
  }
}

}  // namespace

void draw_object_glyph(const Ui& ui, ObjectKind kind, GlyphFill fill, Point center, float radius, Color color) {
  fill_glyph(ui.canvas, kind, center, radius, color);
  // The middle of a triangle is above that of its box.
  const Point inner{center.x, kind == ObjectKind::queue ? center.y - radius * 0.12F : center.y};
  if (fill == GlyphFill::hollow) fill_glyph(ui.canvas, kind, inner, radius - std::max(1.5F, ui.px(2)), ui.theme.ground);
}

void draw_use_glyph(const Ui& ui, ObjectKind kind, AccessKind use, Point center, float radius) {
  const bool changes = use == AccessKind::written || use == AccessKind::acquired || use == AccessKind::put;
  fill_glyph(ui.canvas, kind, center, radius + std::max(1.0F, ui.px(2)), ui.theme.ground);
  draw_object_glyph(ui, kind, changes ? GlyphFill::filled : GlyphFill::hollow, center, radius, ui.theme.text);
}

std::string_view use_word(AccessKind use) {
  switch (use) {
    case AccessKind::read:
      return "reads";
    case AccessKind::written:
      return "writes";
    case AccessKind::acquired:
      return "acquires";
    case AccessKind::released:
      return "releases";
    case AccessKind::put:
      return "puts";
    case AccessKind::got:
      return "gets";
  }
  return "";
}

}  // namespace interleave::gui
