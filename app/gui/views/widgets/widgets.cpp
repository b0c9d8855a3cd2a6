#include "app/gui/views/widgets/widgets.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/input/tooltips.h"
#include "app/gui/model/state/shown.h"
#include "core/looks/wording.h"

namespace interleave::gui {

namespace {

constexpr float kRounding = 5;
constexpr float kWidgetPadding = 11;
constexpr float kSnugWidgetPadding = 6;
constexpr float kIconSize = 13;
constexpr float kIconGap = 7;

struct Paint {
  Color ground;
  Color ink;
};

Paint paint_of(const Ui& ui, const Act& act, Face face, bool hovered) {
  const Theme& theme = ui.theme;
  if (!act.enabled(ui.state)) return {theme.bar, theme.quiet_text};
  if (face == Face::primary) return {hovered ? mix(theme.go, theme.on_go, 0.1F) : theme.go, theme.on_go};
  const bool chosen = act.chosen(ui.state);
  if (chosen && face == Face::segment) return {theme.accent, theme.on_accent};
  return {hovered || chosen ? theme.hover : theme.raised, theme.text};
}

bool hovered(const Ui& ui, Rect box) { return ui.pointer.over(box) && ui.memory.grab == Grab::none; }

void face_of_button(const Ui& ui, Rect box, const Act& act, ButtonLook look, Paint paint) {
  Canvas& canvas = ui.canvas;
  const std::string label = look.caption == Caption::shown ? act.label(ui.state) : std::string();
  const float icon = look.icon == Icon::none ? 0 : ui.px(kIconSize);
  const float gap = icon > 0 && !label.empty() ? ui.px(kIconGap) : 0;
  const Style style = look.face == Face::primary ? Style::strong : Style::body;
  const float text =
      std::min(canvas.text_width(label, style), box.width() - icon - gap - 2 * ui.px(kSnugWidgetPadding));
  const bool icon_last = look.icon == Icon::down;
  float x = box.center().x - (icon + gap + text) / 2;
  const auto place_icon = [&] {
    draw_icon(canvas, look.icon, {x, box.top, x + icon, box.bottom}, paint.ink, paint.ground);
    x += icon + gap;
  };
  if (icon > 0 && !icon_last) place_icon();
  canvas.text({x, box.top, x + text + 1, box.bottom}, label, style, paint.ink);
  x += text + gap;
  if (icon_last) place_icon();
}

void react(const Ui& ui, Rect box, const Act& act) {
  const bool enabled = act.enabled(ui.state);
  ui.canvas.drawn().controls.push_back({act.id, box, enabled, ui.canvas.drawn().panel});
  if (ui.state.focused == act.id) {
    ui.canvas.frame(box.inset(-2, -2), ui.theme.text, 2, ui.px(kRounding));
    // Who walks by keys has no pointer to ask with.
    ui.tooltip = Tooltip{tooltip_of(ui.state, act), {}, Point{box.left - ui.px(16), box.bottom - ui.px(8)}};
  }
  if (hovered(ui, box)) ui.explain(tooltip_of(ui.state, act));
  if (enabled && ui.pointer.clicked(box)) ui.wish(act.command(ui.state));
}

}  // namespace

float button_width(const Ui& ui, ActId id, ButtonLook look) {
  const Style style = look.face == Face::primary ? Style::strong : Style::body;
  float width = 2 * ui.px(look.padding == Padding::snug ? kSnugWidgetPadding : kWidgetPadding);
  if (look.caption == Caption::shown) width += ui.canvas.text_width(act(id).label(ui.state), style);
  if (look.icon != Icon::none) width += ui.px(kIconSize);
  if (look.icon != Icon::none && look.caption == Caption::shown) width += ui.px(kIconGap);
  return width;
}

void button(const Ui& ui, Rect box, ActId id, ButtonLook look) {
  const Act& pressed = act(id);
  const Paint paint = paint_of(ui, pressed, look.face, hovered(ui, box));
  ui.canvas.fill(box, paint.ground, ui.px(kRounding));
  if (look.face != Face::primary && pressed.enabled(ui.state)) {
    ui.canvas.frame(box, ui.theme.line, 1, ui.px(kRounding));
  }
  face_of_button(ui, box, pressed, look, paint);
  react(ui, box, pressed);
}

float segments_width(const Ui& ui, std::span<const ActId> ids, Padding padding) {
  float width = 0;
  for (const ActId id : ids) width += button_width(ui, id, {Face::segment, Icon::none, Caption::shown, padding});
  return width;
}

void segments(const Ui& ui, Rect box, std::span<const ActId> ids, Padding padding) {
  const ButtonLook look{Face::segment, Icon::none, Caption::shown, padding};
  ui.canvas.fill(box, ui.theme.raised, ui.px(kRounding));
  Rect rest = box;
  for (const ActId id : ids) {
    const Act& part = act(id);
    const Rect place = rest.cut_left(button_width(ui, id, look));
    const Paint paint = paint_of(ui, part, Face::segment, hovered(ui, place));
    if (!(paint.ground == ui.theme.raised)) ui.canvas.fill(place, paint.ground, ui.px(kRounding));
    face_of_button(ui, place, part, look, paint);
    react(ui, place, part);
  }
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(kRounding));
}

float heading(const Ui& ui, Rect box, std::string_view text) {
  return ui.canvas.text(box, text, Style::caption, ui.theme.quiet_text);
}

float heading_of_mode(const Ui& ui, Rect box, std::string_view what, std::string_view when) {
  std::string whole = fmt::format("{}, {}", what, when);
  std::string brief(what);
  if (const auto mode = looked_at(ui.state)) {
    brief = fmt::format("{} OF {}", what, in_capitals(title(*mode)));
    whole = fmt::format("{}, {}", brief, when);
  }
  for (const std::string& text : {whole, brief}) {
    if (ui.canvas.text_width(text, Style::caption) <= box.width()) return heading(ui, box, text);
  }
  return heading(ui, box, what);
}

float wrapped_height(const Ui& ui, float width, std::string_view text, Style style, float row) {
  return ui.canvas.text_width(text, style) <= width ? row : ui.canvas.paragraph_height(width, text, style);
}

void wrapped_text(const Ui& ui, Rect box, std::string_view text, Style style, Color ink) {
  if (ui.canvas.text_width(text, style) <= box.width())
    ui.canvas.text(box, text, style, ink);
  else
    ui.canvas.paragraph(box, text, style, ink);
}

float scroll_bar(const Ui& ui, Rect track, const Scrolling& scrolling) {
  const float most = std::max(0.0F, scrolling.content - scrolling.view);
  float offset = std::clamp(scrolling.offset, 0.0F, most);
  if (most <= 0) return 0;
  const float length = std::max(ui.px(24), track.height() * scrolling.view / scrolling.content);
  const float way = track.height() - length;
  if (ui.pointer.pressed && ui.pointer.over(track)) ui.memory.grab = scrolling.grab;
  const bool dragged = ui.memory.grab == scrolling.grab;
  if (dragged && way > 0) offset = std::clamp((ui.pointer.at.y - track.top - length / 2) / way, 0.0F, 1.0F) * most;
  const float top = track.top + way * offset / most;
  const bool lit = dragged || hovered(ui, track);
  ui.canvas.fill({track.left, top, track.right, top + length}, lit ? ui.theme.quiet_text : ui.theme.line,
                 track.width() / 2);
  return offset;
}

}  // namespace interleave::gui
