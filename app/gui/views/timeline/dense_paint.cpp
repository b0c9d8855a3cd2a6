#include "app/gui/views/timeline/dense_paint.h"

#include <algorithm>
#include <array>

namespace interleave::gui {

namespace {

// How strong the tone of each kind is, by SpanKind; queued is a line alone.
constexpr std::array<float, kSpanKinds> kTones = {1, 0.34F, 0.62F, 0.14F, 0.14F, 0};
constexpr float kPaleTone = 0.25F;

// To the nearest whole one, as std::round() does; that is a call, which costs more than all else here.
std::int16_t to_pixel(float position) { return static_cast<std::int16_t>(position + (position < 0 ? -0.5F : 0.5F)); }

}  // namespace

Tones tones_of(const Theme& theme, Color line, std::optional<Look> pointed) {
  const auto lit = [&](Look look) { return !pointed || *pointed == Look::dense || *pointed == look; };
  const auto tone = [&](float share, bool is_lit) {
    return Canvas::ink(mix(theme.ground, line, is_lit ? share : share * kPaleTone));
  };
  Tones tones{};
  for (std::size_t i = 0; i < kSpanKinds; ++i) {
    tones.of_kind[i] = tone(kTones[i], lit(look_of(static_cast<SpanKind>(i))));
  }
  tones.line = tone(1, lit(Look::ready) || lit(Look::queued));
  return tones;
}

void TonePainter::add(Rect box, Look look, const Tones& tones) {
  const std::int16_t left = to_pixel(box.left);
  const std::int16_t right = to_pixel(box.right);
  if (right <= left) return;
  const std::int16_t top = to_pixel(box.top);
  const std::int16_t bottom = to_pixel(box.bottom);
  if (look == Look::queued) return ground({left, top, right, lined(top, bottom), tones.line});
  ground({left, top, right, bottom, tones.of(kind_of(look).value_or(SpanKind::running))});
  if (look != Look::ready) return;
  const auto middle = static_cast<std::int16_t>((left + right + 1) / 2);
  blocks_.push_back({left, top, middle, lined(top, bottom), tones.line});
}

// From the top state down, each to the bottom of the box and over the one before it: so the top one's tone is a
// background that neighbours share.
void TonePainter::add_stacked(Rect box, const StateShares& shares, const Tones& tones) {
  const std::int16_t left = to_pixel(box.left);
  const std::int16_t right = to_pixel(box.right);
  const std::int16_t bottom = to_pixel(box.bottom);
  if (right <= left) return;
  std::array<std::int16_t, kStacked.size() + 1> tops{};  // of each state; and before the first, the bottom
  tops[0] = bottom;
  float below = 0;
  for (std::size_t i = 0; i < kStacked.size(); ++i) {
    below += shares[i];
    tops[i + 1] = shares[i] > 0 ? to_pixel(box.bottom - below * box.height()) : tops[i];
  }
  bool on_ground = true;
  for (std::size_t i = kStacked.size(); i-- > 0;) {
    const std::int16_t top = tops[i + 1];
    if (top >= tops[i]) continue;
    if (kStacked[i] == SpanKind::queued) {
      ground({left, top, right, lined(top, tops[i]), tones.line});
      continue;
    }
    const Block block{left, top, right, bottom, tones.of(kStacked[i])};
    on_ground ? ground(block) : blocks_.push_back(block);
    on_ground = false;
    if (kStacked[i] != SpanKind::ready_free) continue;
    const auto middle = static_cast<std::int16_t>((left + right + 1) / 2);
    blocks_.push_back({left, top, middle, lined(top, tops[i]), tones.line});
  }
}

std::int16_t TonePainter::lined(std::int16_t top, std::int16_t bottom) const {
  return static_cast<std::int16_t>(std::min(top + thin_, int{bottom}));
}

void TonePainter::ground(const Block& block) {
  if (!blocks_.empty()) {
    Block& last = blocks_[ground_];
    const bool goes_on =
        last.right == block.left && last.top == block.top && last.bottom == block.bottom && last.ink == block.ink;
    if (goes_on) {
      last.right = block.right;
      return;
    }
  }
  ground_ = blocks_.size();
  blocks_.push_back(block);
}

void TonePainter::draw() {
  ui_.canvas.fill_all(blocks_);
  blocks_.clear();
  ground_ = 0;
}

void paint_dense_sample(const Ui& ui, Rect box, const Tones& tones) {
  constexpr std::array<float, 6> kRunning = {0.6F, 0.5F, 0.5F, 0.25F, 0.12F, 0.25F};
  constexpr std::array<float, 6> kHeld = {0, 0.12F, 0.37F, 0.5F, 0.37F, 0.12F};
  TonePainter painter(ui);
  const float width = box.width() / static_cast<float>(kRunning.size());
  for (std::size_t i = 0; i < kRunning.size(); ++i) {
    const StateShares shares = {kRunning[i], kHeld[i], 0.87F - kRunning[i] - kHeld[i]};
    const float left = box.left + width * static_cast<float>(i);
    painter.add_stacked({left, box.top, left + width, box.bottom}, shares, tones);
  }
}

}  // namespace interleave::gui
