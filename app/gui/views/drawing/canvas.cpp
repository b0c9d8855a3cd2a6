#include "app/gui/views/drawing/canvas.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "app/gui/views/drawing/hatch.h"
#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

ImU32 packed(Color color) { return ImGui::ColorConvertFloat4ToU32(ImVec4(color.r, color.g, color.b, color.a)); }
ImVec2 vec(Point point) { return {point.x, point.y}; }

Rect snapped(Rect rect) {
  return {std::round(rect.left), std::round(rect.top), std::round(rect.right), std::round(rect.bottom)};
}

constexpr std::string_view kEllipsis = "…";

std::vector<std::size_t> ends_of_graphemes(std::string_view text) {
  std::vector<std::size_t> ends = {0};
  while (ends.back() < text.size()) ends.push_back(grapheme_end(text, ends.back()));
  return ends;
}

}  // namespace

float Canvas::px(float length) const { return std::round(length * fonts_.scale); }

void Canvas::fill(Rect rect, Color color, float rounding) {
  rect = snapped(rect);
  if (!rect.empty()) list_->AddRectFilled({rect.left, rect.top}, {rect.right, rect.bottom}, packed(color), rounding);
}

std::uint32_t Canvas::ink(Color color) { return packed(color); }

// As ImDrawList::PrimRect() does it, which is too far away to be made a part of the loop.
void Canvas::fill_all(std::span<const Block> blocks) {
  constexpr std::size_t kAtOnce = 1000;  // far from the most corners that 16 bits can count
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  while (!blocks.empty()) {
    const auto some = blocks.first(std::min(blocks.size(), kAtOnce));
    list_->PrimReserve(static_cast<int>(some.size()) * 6, static_cast<int>(some.size()) * 4);
    for (const Block& block : some) {
      for (const unsigned corner : {0U, 1U, 2U, 0U, 2U, 3U}) {
        list_->PrimWriteIdx(static_cast<ImDrawIdx>(list_->_VtxCurrentIdx + corner));
      }
      const ImVec2 from(block.left, block.top);
      const ImVec2 to(block.right, block.bottom);
      list_->PrimWriteVtx(from, white, block.ink);
      list_->PrimWriteVtx({to.x, from.y}, white, block.ink);
      list_->PrimWriteVtx(to, white, block.ink);
      list_->PrimWriteVtx({from.x, to.y}, white, block.ink);
    }
    blocks = blocks.subspan(some.size());
  }
}

// Four filled edges where the corners are square: crisp at every thickness.
void Canvas::frame(Rect rect, Color color, float thickness, float rounding) {
  rect = snapped(rect);
  if (rect.empty()) return;
  if (rounding > 0) {
    const float half = thickness / 2;
    list_->AddRect({rect.left + half, rect.top + half}, {rect.right - half, rect.bottom - half}, packed(color),
                   rounding, 0, thickness);
    return;
  }
  const float t = std::max(1.0F, std::round(thickness));
  fill({rect.left, rect.top, rect.right, rect.top + t}, color);
  fill({rect.left, rect.bottom - t, rect.right, rect.bottom}, color);
  fill({rect.left, rect.top + t, std::min(rect.left + t, rect.right), rect.bottom - t}, color);
  fill({std::max(rect.right - t, rect.left), rect.top + t, rect.right, rect.bottom - t}, color);
}

void Canvas::dotted_frame(Rect rect, Color color, float thickness) {
  rect = snapped(rect);
  const float dot = std::max(2.0F, std::round(thickness));
  const float apart = dot * 2.5F;
  for (float x = rect.left; x + dot <= rect.right; x += apart) {
    fill({x, rect.top, x + dot, rect.top + dot}, color);
    fill({x, rect.bottom - dot, x + dot, rect.bottom}, color);
  }
  for (float y = rect.top; y + dot <= rect.bottom; y += apart) {
    fill({rect.left, y, rect.left + dot, y + dot}, color);
    fill({rect.right - dot, y, rect.right, y + dot}, color);
  }
}

void Canvas::picture(Rect rect, std::uintptr_t texture) {
  list_->AddImage(texture_id(texture), {rect.left, rect.top}, {rect.right, rect.bottom});
  drawn_.pictures.push_back(rect);
}

void Canvas::line(Point from, Point to, Color color, float thickness) {
  list_->AddLine(vec(from), vec(to), packed(color), thickness);
}

void Canvas::triangle(Point a, Point b, Point c, Color color) {
  list_->AddTriangleFilled(vec(a), vec(b), vec(c), packed(color));
}

void Canvas::circle(Point center, float radius, Color color) {
  list_->AddCircleFilled(vec(center), radius, packed(color));
}

void Canvas::hatch(Rect rect, float anchor_x, Color color, float stripe, float apart) {
  rect = snapped(rect);
  if (rect.empty()) return;
  const ImU32 stripe_ink = packed(color);
  const float first = anchor_x + std::floor((rect.left - rect.height() - stripe - anchor_x) / apart) * apart;
  for (float foot = first; foot < rect.right; foot += apart) {
    const SmallPolygon shape = stripe_within(rect, foot, stripe);
    std::array<ImVec2, 8> corners;
    for (std::size_t i = 0; i < shape.count; ++i) corners[i] = vec(shape.corners[i]);
    if (shape.count > 0) list_->AddConvexPolyFilled(corners.data(), static_cast<int>(shape.count), stripe_ink);
  }
}

// Null where the window's own font draws it.
const LaidOutText* Canvas::laid_out(std::string_view text, Style style) const {
  if (fonts_.letters == nullptr || draws_alone(face(style), text)) return nullptr;
  return &fonts_.letters->lay_out(text, style);
}

float Canvas::text_width(std::string_view text, Style style) const {
  if (text.empty()) return 0;  // may have no data, which ImGui would take for a missing end
  if (const LaidOutText* line = laid_out(text, style)) return line->width;
  const Fonts::Face& use = face(style);
  return std::ceil(use.font->CalcTextSizeA(use.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x);
}

void Canvas::put(Point at, std::string_view text, Style style, Color color) {
  const Fonts::Face& use = face(style);
  if (const LaidOutText* line = laid_out(text, style)) return draw_laid_out(*list_, vec(at), *line, use, packed(color));
  list_->AddText(use.font, use.size, vec(at), packed(color), text.data(), text.data() + text.size());
}

std::string Canvas::shortened(std::string_view text, Style style, float width) const {
  const float room = width - text_width(kEllipsis, style);
  const std::vector<std::size_t> ends = ends_of_graphemes(text);
  const auto fits = [&](std::size_t end) { return text_width(text.substr(0, end), style) <= room; };
  const auto after = std::partition_point(ends.begin() + 1, ends.end(), fits);
  const std::size_t end = *std::prev(after);
  return end == 0 ? std::string() : std::string(text.substr(0, end)).append(kEllipsis);
}

float Canvas::text(Rect box, std::string_view text, Style style, Color color, Align align) {
  const Fonts::Face& use = face(style);
  float width = text_width(text, style);
  std::string fitting;
  const bool cut = width > box.width() + 0.5F;
  if (cut) {
    fitting = shortened(text, style, box.width());
    text = fitting;
    width = text_width(text, style);
  }
  if (text.empty()) return 0;
  float x = box.left;
  if (align == Align::center) x += (box.width() - width) / 2;
  if (align == Align::right) x = box.right - width;
  x = std::round(x);
  const float y = std::round(box.center().y - use.size / 2);
  put({x, y}, text, style, color);
  note(std::string(text), {x, y, x + width, y + use.size}, style, cut);
  return width;
}

float Canvas::text_runs(Rect box, std::span<const TextRun> runs, Style style) {
  const Fonts::Face& use = face(style);
  const float left = std::round(box.left);
  const float y = std::round(box.center().y - use.size / 2);
  float x = left;
  std::string all;
  for (const TextRun& run : runs) {
    if (run.text.empty()) continue;
    put({x, y}, run.text, style, run.color);
    x += text_width(run.text, style);
    all += run.text;
  }
  if (all.empty()) return 0;
  note(std::move(all), {left, y, x, y + use.size}, style, x > box.right + 1);
  return x - left;
}

void Canvas::scrolled_text(Rect box, float shift, std::string_view text, Style style, Color color) {
  if (text.empty() || box.empty()) return;
  const Fonts::Face& use = face(style);
  const float x = std::round(box.left - shift);
  const float y = std::round(box.center().y - use.size / 2);
  clip(box);
  put({x, y}, text, style, color);
  end_clip();
  const float right = std::min(x + text_width(text, style), box.right);
  note(std::string(text), {std::max(x, box.left), y, right, y + use.size}, style, false);
}

float Canvas::cursor_x(std::string_view line, std::size_t place, Style style) const {
  const LaidOutText* laid = laid_out(line, style);
  if (laid == nullptr) return text_width(line.substr(0, place), style);
  return cursor_in(*laid, place);
}

std::size_t Canvas::place_at(std::string_view line, float x, Style style) const {
  if (const LaidOutText* laid = laid_out(line, style)) return place_in(*laid, x);
  const std::vector<std::size_t> places = ends_of_graphemes(line);
  const auto width = [&](std::size_t place) { return text_width(line.substr(0, place), style); };
  const auto next = std::partition_point(places.begin(), places.end(), [&](std::size_t p) { return width(p) < x; });
  if (next == places.begin()) return 0;
  if (next == places.end()) return line.size();
  const std::size_t before = *(next - 1);
  return x - width(before) < width(*next) - x ? before : *next;
}

std::vector<std::pair<float, float>> Canvas::stretches(std::string_view line, std::size_t begin, std::size_t end,
                                                       Style style) const {
  const LaidOutText* laid = laid_out(line, style);
  if (laid != nullptr) return stretches_in(*laid, begin, end);
  return {{text_width(line.substr(0, begin), style), text_width(line.substr(0, end), style)}};
}

// Of what is clipped, the part that is to be seen.
void Canvas::note(std::string text, Rect box, Style style, bool cut) {
  if (clips_ > 0) {
    const ImVec2 from = list_->GetClipRectMin();
    const ImVec2 to = list_->GetClipRectMax();
    box = {std::max(box.left, from.x), std::max(box.top, from.y), std::min(box.right, to.x),
           std::min(box.bottom, to.y)};
    if (box.empty()) return;
  }
  const LaidOutText* line = laid_out(text, style);
  const Boxed boxed = line == nullptr ? Boxed::no : line->boxed;
  drawn_.texts.push_back({std::move(text), box, face(style).size, cut, boxed});
}

void Canvas::cover(Rect rect) {
  const auto covered = [&](const DrawnText& text) { return overlap(text.box, rect); };
  auto& texts = drawn_.texts;
  // Of what lies below this layer, none of it counts.
  const auto layer = texts.begin() + static_cast<std::ptrdiff_t>(drawn_.texts_below);
  texts.erase(std::remove_if(layer, texts.end(), covered), texts.end());
}

float Canvas::line_height(Style style) const { return std::round(text_height(style) * 1.35F); }

// The last place up to which the text fits into the width; at least the first.
LineBreak Canvas::break_within(std::string_view text, Style style, float width) const {
  const std::vector<LineBreak> breaks = line_breaks(text);
  const auto fits = [&](const LineBreak& at) { return text_width(text.substr(0, at.end), style) <= width; };
  return *std::prev(std::partition_point(breaks.begin() + 1, breaks.end(), fits));
}

float Canvas::paragraph(Rect box, std::string_view text, Style style, Color color) {
  const float height = line_height(style);
  float y = box.top;
  while (!text.empty() && y + height <= box.bottom + 0.5F) {
    const LineBreak line = break_within(text, style, box.width());
    const bool last_line = y + 2 * height > box.bottom + 0.5F;
    this->text({box.left, y, box.right, y + height}, last_line ? text : text.substr(0, line.end), style, color);
    text.remove_prefix(line.next);
    y += height;
  }
  return y - box.top;
}

float Canvas::paragraph_height(float width, std::string_view text, Style style) const {
  float lines = 0;
  for (; !text.empty(); ++lines) text.remove_prefix(break_within(text, style, width).next);
  return lines * line_height(style);
}

void Canvas::clip(Rect rect) {
  list_->PushClipRect({rect.left, rect.top}, {rect.right, rect.bottom}, true);
  ++clips_;
}
void Canvas::end_clip() {
  list_->PopClipRect();
  --clips_;
}

}  // namespace interleave::gui
