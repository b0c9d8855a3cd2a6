#include "app/gui/views/drawing/icons.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

void draw_sun(Canvas& canvas, Point center, float size, Color color) {
  canvas.circle(center, size * 0.24F, color);
  for (int ray = 0; ray < 8; ++ray) {
    const float angle = static_cast<float>(ray) * 0.785398F;
    const Point direction{std::cos(angle), std::sin(angle)};
    canvas.line({center.x + direction.x * size * 0.34F, center.y + direction.y * size * 0.34F},
                {center.x + direction.x * size * 0.5F, center.y + direction.y * size * 0.5F}, color,
                std::max(1.5F, size * 0.09F));
  }
}

// Most of a circle, clockwise, with an arrow's head at its end.
void draw_circular_arrow(Canvas& canvas, Point center, float radius, Color color) {
  constexpr int kPieces = 20;
  constexpr float kFrom = -0.9F;  // radians from the right, downwards
  constexpr float kTo = 4.2F;
  const auto on_circle = [&](float angle, float r) {
    return Point{center.x + std::cos(angle) * r, center.y + std::sin(angle) * r};
  };
  const auto angle = [](int piece) { return kFrom + (kTo - kFrom) * static_cast<float>(piece) / kPieces; };
  const float thickness = std::max(1.5F, radius * 0.36F);
  for (int piece = 0; piece < kPieces; ++piece) {
    canvas.line(on_circle(angle(piece), radius), on_circle(angle(piece + 1), radius), color, thickness);
  }
  canvas.triangle(on_circle(kTo, radius * 0.35F), on_circle(kTo, radius * 1.65F),
                  on_circle(kTo + 0.95F, radius * 1.05F), color);
}

// An arrow that turns back, to the left or to the right.
void draw_turn(Canvas& canvas, Point c, float half, Color color, float side) {
  const float thickness = std::max(1.5F, half * 0.28F);
  constexpr int kPieces = 12;
  const auto on_arc = [&](int piece) {
    const float angle = -1.5708F + 3.1416F * static_cast<float>(piece) / kPieces;
    return Point{c.x + side * (half * 0.15F + std::cos(angle) * half * 0.6F),
                 c.y + half * 0.15F + std::sin(angle) * half * 0.6F};
  };
  for (int piece = 0; piece < kPieces; ++piece) canvas.line(on_arc(piece), on_arc(piece + 1), color, thickness);
  canvas.line(on_arc(0), {c.x - side * half * 0.4F, on_arc(0).y}, color, thickness);
  canvas.line(on_arc(kPieces), {c.x - side * half * 0.3F, on_arc(kPieces).y}, color, thickness);
  const Point tip{c.x - side * half * 0.95F, on_arc(0).y};
  canvas.triangle(tip, {tip.x + side * half * 0.6F, tip.y - half * 0.45F},
                  {tip.x + side * half * 0.6F, tip.y + half * 0.45F}, color);
}

void draw_arrow(Canvas& canvas, Point c, float half, Color color, float down) {
  const float thickness = std::max(1.5F, half * 0.28F);
  canvas.line({c.x, c.y - down * half * 0.85F}, {c.x, c.y + down * half * 0.3F}, color, thickness);
  canvas.triangle({c.x - half * 0.6F, c.y + down * half * 0.15F}, {c.x + half * 0.6F, c.y + down * half * 0.15F},
                  {c.x, c.y + down * half * 0.9F}, color);
}

void draw_copy(Canvas& canvas, Point c, float half, Color color, Color ground) {
  const float t = std::max(1.0F, std::round(half * 0.2F));
  canvas.frame({c.x - half * 0.85F, c.y - half * 0.85F, c.x + half * 0.3F, c.y + half * 0.35F}, color, t);
  const Rect front{c.x - half * 0.3F, c.y - half * 0.3F, c.x + half * 0.85F, c.y + half * 0.9F};
  canvas.fill(front, ground);
  canvas.frame(front, color, t);
}

void draw_bin(Canvas& canvas, Point c, float half, Color color) {
  const float t = std::max(1.5F, half * 0.24F);
  canvas.line({c.x - half * 0.85F, c.y - half * 0.5F}, {c.x + half * 0.85F, c.y - half * 0.5F}, color, t);
  canvas.line({c.x - half * 0.3F, c.y - half * 0.85F}, {c.x + half * 0.3F, c.y - half * 0.85F}, color, t);
  canvas.line({c.x - half * 0.6F, c.y - half * 0.5F}, {c.x - half * 0.5F, c.y + half * 0.9F}, color, t);
  canvas.line({c.x + half * 0.6F, c.y - half * 0.5F}, {c.x + half * 0.5F, c.y + half * 0.9F}, color, t);
  canvas.line({c.x - half * 0.5F, c.y + half * 0.85F}, {c.x + half * 0.5F, c.y + half * 0.85F}, color, t);
}

void draw_clock(Canvas& canvas, Point c, float half, Color color, Color ground) {
  canvas.circle(c, half * 0.9F, color);
  canvas.circle(c, half * 0.9F - std::max(1.5F, half * 0.24F), ground);
  canvas.line(c, {c.x, c.y - half * 0.55F}, color, std::max(1.5F, half * 0.2F));
  canvas.line(c, {c.x + half * 0.4F, c.y + half * 0.15F}, color, std::max(1.5F, half * 0.2F));
}

void draw_magnifier(Canvas& canvas, Point center, float half, Color color, Color ground) {
  const Point lens{center.x - half * 0.2F, center.y - half * 0.2F};
  const float radius = half * 0.65F;
  canvas.line(lens, {center.x + half * 0.85F, center.y + half * 0.85F}, color, std::max(2.0F, half * 0.3F));
  canvas.circle(lens, radius, color);
  canvas.circle(lens, radius - std::max(1.5F, half * 0.25F), ground);
}

// Two arrows that point away from each other, between two walls.
void draw_fit(Canvas& canvas, Point c, float half, Color color) {
  const float wall = std::max(1.5F, half * 0.2F);
  for (const float side : {-1.0F, 1.0F}) {
    const float edge = c.x + side * half * 0.95F;
    canvas.fill({edge - wall / 2, c.y - half * 0.8F, edge + wall / 2, c.y + half * 0.8F}, color);
    const float tip = c.x + side * half * 0.75F;
    const float foot = c.x + side * half * 0.2F;
    const Point top{foot, c.y - half * 0.5F};
    const Point bottom{foot, c.y + half * 0.5F};
    side < 0 ? canvas.triangle({tip, c.y}, top, bottom, color) : canvas.triangle({tip, c.y}, bottom, top, color);
  }
}

// The upper and the lower half of an hourglass touch in its middle.
void draw_hourglass(Canvas& canvas, Point c, float half, Color color) {
  const float wide = half * 0.8F;
  canvas.triangle({c.x - wide, c.y - half}, {c.x + wide, c.y - half}, {c.x, c.y + half * 0.1F}, color);
  canvas.triangle({c.x - wide, c.y + half}, {c.x, c.y - half * 0.1F}, {c.x + wide, c.y + half}, color);
}

// Half of the sign for what never ends.
void draw_ring(Canvas& canvas, Point center, float radius, Color color, float thick) {
  constexpr int kSides = 12;
  constexpr float kTurn = 6.2831853F;
  const auto at = [&](int side) {
    const float angle = kTurn * static_cast<float>(side) / kSides;
    return Point{center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)};
  };
  for (int side = 0; side < kSides; ++side) canvas.line(at(side), at(side + 1), color, thick);
}

}  // namespace

void draw_icon(Canvas& canvas, Icon icon, Rect box, Color color, Color ground) {
  const float size = std::min(box.width(), box.height());
  const float half = std::round(size / 2);
  const Point c{std::round(box.center().x), std::round(box.center().y)};
  const float bar = std::max(2.0F, std::round(size * 0.18F));
  switch (icon) {
    case Icon::none:
      break;
    case Icon::play:
      canvas.triangle({c.x - half * 0.7F, c.y - half * 0.85F}, {c.x + half * 0.85F, c.y},
                      {c.x - half * 0.7F, c.y + half * 0.85F}, color);
      break;
    case Icon::again:
      draw_circular_arrow(canvas, c, half * 0.72F, color);
      break;
    case Icon::pause:
      canvas.fill({c.x - half * 0.7F, c.y - half * 0.8F, c.x - half * 0.7F + bar, c.y + half * 0.8F}, color);
      canvas.fill({c.x + half * 0.7F - bar, c.y - half * 0.8F, c.x + half * 0.7F, c.y + half * 0.8F}, color);
      break;
    case Icon::step:
      canvas.triangle({c.x - half * 0.8F, c.y - half * 0.75F}, {c.x + half * 0.4F, c.y},
                      {c.x - half * 0.8F, c.y + half * 0.75F}, color);
      canvas.fill({c.x + half * 0.5F, c.y - half * 0.8F, c.x + half * 0.5F + bar, c.y + half * 0.8F}, color);
      break;
    case Icon::to_start:
      canvas.fill({c.x - half * 0.8F, c.y - half * 0.8F, c.x - half * 0.8F + bar, c.y + half * 0.8F}, color);
      canvas.triangle({c.x + half * 0.8F, c.y - half * 0.75F}, {c.x + half * 0.8F, c.y + half * 0.75F},
                      {c.x - half * 0.4F, c.y}, color);
      break;
    case Icon::down:
      canvas.triangle({c.x - half * 0.6F, c.y - half * 0.3F}, {c.x + half * 0.6F, c.y - half * 0.3F},
                      {c.x, c.y + half * 0.45F}, color);
      break;
    case Icon::plus:
      canvas.fill({c.x - half * 0.7F, c.y - bar / 2, c.x + half * 0.7F, c.y + bar / 2}, color);
      canvas.fill({c.x - bar / 2, c.y - half * 0.7F, c.x + bar / 2, c.y + half * 0.7F}, color);
      break;
    case Icon::minus:
      canvas.fill({c.x - half * 0.7F, c.y - bar / 2, c.x + half * 0.7F, c.y + bar / 2}, color);
      break;
    case Icon::undo:
      draw_turn(canvas, c, half, color, 1);
      break;
    case Icon::redo:
      draw_turn(canvas, c, half, color, -1);
      break;
    case Icon::copy:
      draw_copy(canvas, c, half, color, ground);
      break;
    case Icon::tick:
      draw_end_mark(canvas, TaskEnd::finished, box, color);
      break;
    case Icon::arrow_up:
      draw_arrow(canvas, c, half, color, -1);
      break;
    case Icon::arrow_down:
      draw_arrow(canvas, c, half, color, 1);
      break;
    case Icon::remove:
      draw_bin(canvas, c, half, color);
      break;
    case Icon::clock:
      draw_clock(canvas, c, half, color, ground);
      break;
    case Icon::sun:
      draw_sun(canvas, c, size, color);
      break;
    case Icon::moon:
      canvas.circle(c, half * 0.85F, color);
      canvas.circle({c.x + half * 0.4F, c.y - half * 0.25F}, half * 0.75F, ground);
      break;
    case Icon::left:
      canvas.triangle({c.x - half * 0.6F, c.y}, {c.x + half * 0.45F, c.y - half * 0.7F},
                      {c.x + half * 0.45F, c.y + half * 0.7F}, color);
      break;
    case Icon::right:
      canvas.triangle({c.x + half * 0.6F, c.y}, {c.x - half * 0.45F, c.y + half * 0.7F},
                      {c.x - half * 0.45F, c.y - half * 0.7F}, color);
      break;
    case Icon::close:
      for (const float way : {-1.0F, 1.0F}) {
        canvas.line({c.x - half * 0.6F, c.y - way * half * 0.6F}, {c.x + half * 0.6F, c.y + way * half * 0.6F}, color,
                    std::max(1.5F, half * 0.25F));
      }
      break;
    case Icon::search:
      draw_magnifier(canvas, c, half, color, ground);
      break;
    case Icon::flag:
      canvas.fill({c.x - half * 0.6F, c.y - half * 0.9F, c.x - half * 0.6F + bar * 0.8F, c.y + half * 0.95F}, color);
      canvas.triangle({c.x - half * 0.6F, c.y - half * 0.9F}, {c.x + half * 0.85F, c.y - half * 0.4F},
                      {c.x - half * 0.6F, c.y + half * 0.15F}, color);
      break;
    case Icon::fit:
      draw_fit(canvas, c, half, color);
      break;
    case Icon::frame:
      canvas.frame({c.x - half * 0.9F, c.y - half * 0.8F, c.x + half * 0.9F, c.y + half * 0.8F}, color,
                   std::max(1.0F, half * 0.2F));
      canvas.fill({c.x - half * 0.35F, c.y - half * 0.3F, c.x + half * 0.35F, c.y + half * 0.3F}, color);
      break;
  }
}

void draw_end_mark(Canvas& canvas, TaskEnd end, Rect box, Color color) {
  const float size = std::min(box.width(), box.height());
  const Point c = box.center();
  const float half = size / 2;
  const float thick = std::max(1.5F, std::round(size * 0.16F));
  switch (end) {
    case TaskEnd::finished:
      canvas.line({c.x - half * 0.8F, c.y}, {c.x - half * 0.25F, c.y + half * 0.6F}, color, thick);
      canvas.line({c.x - half * 0.25F, c.y + half * 0.6F}, {c.x + half * 0.85F, c.y - half * 0.65F}, color, thick);
      break;
    case TaskEnd::failed:
      canvas.line({c.x - half * 0.65F, c.y - half * 0.65F}, {c.x + half * 0.65F, c.y + half * 0.65F}, color, thick);
      canvas.line({c.x - half * 0.65F, c.y + half * 0.65F}, {c.x + half * 0.65F, c.y - half * 0.65F}, color, thick);
      break;
    case TaskEnd::deadlocked:
      draw_ring(canvas, {c.x - half * 0.5F, c.y}, half * 0.45F, color, thick);
      draw_ring(canvas, {c.x + half * 0.5F, c.y}, half * 0.45F, color, thick);
      break;
    case TaskEnd::timed_out:
      draw_hourglass(canvas, c, half, color);
      break;
    case TaskEnd::cancelled:
      canvas.fill({c.x - thick, c.y - half, c.x + thick, c.y + half}, color);
      break;
    case TaskEnd::not_started:
      canvas.fill({c.x - half * 0.8F, c.y - thick / 2, c.x + half * 0.8F, c.y + thick / 2}, color);
      break;
  }
}

}  // namespace interleave::gui
