#include "app/gui/views/timeline/bar_paint.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/looks/palette.h"

namespace interleave::gui {

namespace {

constexpr float kBarPaintStripe = 3;
constexpr float kStripesApart = 9;
constexpr float kWaitingStripe = 2;
constexpr float kWaitingStripesApart = 6;
constexpr float kBandShare = 0.26F;     // of the bar's height, for what has not happened yet
constexpr float kMostBandShare = 0.6F;  // also of a low bar, so that it does not look like what has happened
constexpr float kPale = 0.85F;          // of its colour, what has not happened yet
constexpr float kLeastBand = 8;         // in which the looks can still be told apart
constexpr float kShortShare = 0.5F;     // of the bar's height, for what is shorter than a pixel
constexpr float kLabelInset = 4;
constexpr float kLabelPadding = 4;
constexpr float kLettersShare = 0.8F;  // of the height of a line of text
constexpr float kStripStrength = 0.6F;

enum class Fill : std::uint8_t { none, solid, hatched };
enum class Frame : std::uint8_t { none, line, dotted };

// How a kind of span is drawn.
struct SpanPaint {
  Fill fill = Fill::none;
  Frame frame = Frame::none;
  float thickness = 0;  // of the frame
};

// By SpanKind.
constexpr std::array<SpanPaint, kSpanKinds> kSpanPaints = {{
    {Fill::solid, Frame::line, 1},    // running; where areas and lines have one colour, no frame can be seen
    {Fill::hatched, Frame::none, 0},  // waiting_free
    {Fill::hatched, Frame::line, 2},  // waiting_held
    {Fill::none, Frame::dotted, 2},   // ready_free
    {Fill::none, Frame::dotted, 2},   // ready_held
    {Fill::none, Frame::line, 1},     // queued
}};

const SpanPaint& paint_of(SpanKind kind) { return kSpanPaints.at(static_cast<std::size_t>(kind)); }

void paint_hatch(const Ui& ui, Rect box, float anchor_x, BarColors colors) {
  ui.canvas.fill(box, mix(ui.theme.ground, colors.area, kTint));
  ui.canvas.hatch(box, anchor_x, colors.line, ui.px(kBarPaintStripe), ui.px(kStripesApart));
}

void paint_span(const Ui& ui, Rect box, float anchor_x, const SpanPaint& paint, BarColors colors) {
  Canvas& canvas = ui.canvas;
  if (paint.fill == Fill::solid) {
    canvas.fill(box, colors.area);
    if (!(colors.area == colors.line)) canvas.frame(box, colors.line, ui.px(paint.thickness));
    return;
  }
  const float thickness = std::max(1.0F, ui.px(paint.thickness));
  if (paint.fill == Fill::hatched) paint_hatch(ui, box, anchor_x, colors);
  if (paint.frame == Frame::line) canvas.frame(box, colors.line, thickness);
  if (paint.frame == Frame::dotted) canvas.dotted_frame(box, colors.line, thickness);
}

}  // namespace

BarColors colors_of_task(const Theme& theme, TaskId task) {
  return {task_color(theme, index(task)), task_line_color(theme, index(task))};
}

BarColors neutral_colors(const Theme& theme) { return {theme.neutral, theme.neutral}; }

Color color_of_end(const Theme& theme, TaskEnd end) {
  return end == TaskEnd::failed || end == TaskEnd::timed_out ? warning_color(theme) : theme.text;
}

bool drawn_when_dense(float x) {
  constexpr long kApart = 3;
  return std::lround(x) % kApart == 0;
}

void paint_bar(const Ui& ui, Rect box, float anchor_x, Look look, BarColors colors) {
  Canvas& canvas = ui.canvas;
  if (const auto kind = kind_of(look)) return paint_span(ui, box, anchor_x, paint_of(*kind), colors);
  if (look == Look::simulated) return canvas.fill(box, mix(ui.theme.ground, colors.line, kStripStrength));
  if (look != Look::folded) return;  // paint_future() and TonePainter do the others
  const float lost = box.height() * (1 - kShortShare) / 2;
  canvas.fill(box.inset(0, lost), colors.line);
}

Rect future_band(const Ui& ui, Rect box) {
  const float most = std::round(box.height() * kMostBandShare);
  const float height = std::min(most, std::max(ui.px(kLeastBand), std::round(box.height() * kBandShare)));
  const float top = std::round(box.center().y - height / 2);
  return {box.left, top, box.right, top + height};
}

Color future_color(const Theme& theme, Color line) {
  return with_contrast(mix(theme.ground, line, kPale), theme.ground, kLineContrast);
}

void paint_future(const Ui& ui, Rect box, Look look, BarColors colors) {
  box = future_band(ui, box);
  // A pixel between two spans that follow each other.
  const float right = box.width() > 4 ? box.right - 1 : box.right;
  const Color line = future_color(ui.theme, colors.line);
  const Color area = colors.area == colors.line ? line : mix(ui.theme.ground, colors.area, kPale);
  paint_bar(ui, {box.left, box.top, right, box.bottom}, box.left, look == Look::folded ? Look::running : look,
            {area, line});
}

float label_width(const Ui& ui, std::string_view label) {
  return ui.canvas.text_width(label, Style::small) + ui.px(2 * kLabelPadding + kLabelInset);
}

bool is_solid(Look look) {
  const auto kind = kind_of(look);
  return kind && paint_of(*kind).fill == Fill::solid;
}

bool bears_plate(const Ui& ui, Rect box) { return box.height() >= 2 * ui.canvas.text_height(Style::small); }

std::string_view paint_label(const Ui& ui, Rect box, Look look, BarColors colors,
                             std::initializer_list<std::string_view> labels) {
  const float inset = ui.px(kLabelInset);
  const float padding = ui.px(kLabelPadding);
  if (!is_solid(look) && !bears_plate(ui, box)) return {};
  if (box.height() < ui.canvas.text_height(Style::small) * kLettersShare) return {};
  for (std::string_view label : labels) {
    const float width = ui.canvas.text_width(label, Style::small);
    if (label.empty() || width + 2 * (inset + padding) > box.width()) continue;
    const float height = std::min(ui.px(20), box.height() - 2);
    const Rect plate{box.left + inset, std::round(box.center().y - height / 2), box.left + inset + width + 2 * padding,
                     std::round(box.center().y + height / 2)};
    if (!is_solid(look)) ui.canvas.fill(plate, ui.theme.ground, ui.px(3));
    const Color ink = is_solid(look) ? Color(ink_on(colors.area)) : ui.theme.text;
    ui.canvas.text(plate.inset(padding, 0), label, Style::small, ink);
    return label;
  }
  return {};
}

void paint_waiting_strip(const Ui& ui, Rect strip, float anchor_x, BarColors colors) {
  ui.canvas.fill(strip, mix(ui.theme.ground, colors.area, kTint));
  ui.canvas.hatch(strip, anchor_x, colors.line, ui.px(kWaitingStripe), ui.px(kWaitingStripesApart));
}

}  // namespace interleave::gui
