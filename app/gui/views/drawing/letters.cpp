#include "app/gui/views/drawing/letters.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "app/gui/views/drawing/code_box.h"
#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

bool has_glyph(const Fonts::Face& face, char32_t code) {
  const auto wide = static_cast<ImWchar>(code);
#if IMGUI_VERSION_NUM >= 19200
  return face.font->IsGlyphInFont(wide);
#else
  return face.font->FindGlyphNoFallback(wide) != nullptr;
#endif
}

}  // namespace

ImTextureID texture_id(std::uintptr_t texture) { return (ImTextureID)texture; }  // a pointer or a number, by version

bool draws_alone(const Fonts::Face& face, char32_t code) {
  if (code == '\t' || code == '\n' || code == '\r') return true;
  return is_in_own_fonts(code) && !is_unseen(code) && !needs_shaping(code) && has_glyph(face, code);
}

bool draws_alone(const Fonts::Face& face, std::string_view text) {
  const auto is_plain = [](char byte) { return byte >= 0x20 && byte < 0x7F; };
  const auto first = std::find_if_not(text.begin(), text.end(), is_plain);
  for (auto at = static_cast<std::size_t>(first - text.begin()); at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (!draws_alone(face, letter.code)) return false;
    at += letter.length;
  }
  return true;
}

float cursor_in(const LaidOutText& line, std::size_t place) {
  for (const TextStop& stop : line.stops) {
    if (place >= stop.begin && place < stop.end) {
      // Within what is drawn as one, in its parts.
      const float share =
          (stop.right - stop.left) * static_cast<float>(place - stop.begin) / static_cast<float>(stop.end - stop.begin);
      return stop.right_to_left ? stop.right - share : stop.left + share;
    }
  }
  if (line.stops.empty()) return 0;
  const TextStop& last = line.stops.back();
  return last.right_to_left ? last.left : last.right;
}

std::size_t place_in(const LaidOutText& line, float x) {
  std::size_t nearest = 0;
  float apart = FLT_MAX;
  const auto look_at = [&](std::size_t place) {
    const float off = std::abs(cursor_in(line, place) - x);
    if (off >= apart) return;
    nearest = place;
    apart = off;
  };
  for (const TextStop& stop : line.stops) look_at(stop.begin);
  if (!line.stops.empty()) look_at(line.stops.back().end);
  return nearest;
}

std::vector<std::pair<float, float>> stretches_in(const LaidOutText& line, std::size_t begin, std::size_t end) {
  std::vector<std::pair<float, float>> stretches;
  for (const TextStop& stop : line.stops) {
    if (stop.end > begin && stop.begin < end) stretches.emplace_back(stop.left, stop.right);
  }
  std::sort(stretches.begin(), stretches.end());
  // Neighbours become one.
  std::size_t kept = 0;
  for (const auto& [left, right] : stretches) {
    if (kept > 0 && left <= stretches[kept - 1].second)
      stretches[kept - 1].second = std::max(stretches[kept - 1].second, right);
    else
      stretches[kept++] = {left, right};
  }
  stretches.resize(kept);
  return stretches;
}

void draw_laid_out(ImDrawList& list, ImVec2 at, const LaidOutText& text, const Fonts::Face& face, ImU32 ink) {
  for (const TextPiece& piece : text.pieces) {
    const float x = at.x + piece.x;
    if (piece.kind == PieceKind::own) {
      list.AddText(face.font, face.size, {x, at.y}, ink, piece.own.data(), piece.own.data() + piece.own.size());
    } else if (piece.kind == PieceKind::box) {
      draw_code_box(list, {x, at.y}, piece.code, face.size, ink);
    } else {
      const GlyphImage& image = piece.image;
      const ImU32 colour = image.coloured ? ink | ~IM_COL32_A_MASK : ink;
      list.AddImage(texture_id(image.texture), {x + image.left, at.y + image.top},
                    {x + image.right, at.y + image.bottom}, {image.u0, image.v0}, {image.u1, image.v1}, colour);
    }
  }
}

}  // namespace interleave::gui
