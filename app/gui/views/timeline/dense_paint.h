#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/gui/views/timeline/bar_paint.h"

namespace interleave::gui {

// The tones that states have where there is no room for their looks: in dense bars, and in a picture crowded with
// narrow ones. Of one colour, the task's, from full to faint: the more of the worker a state takes, the stronger.
struct Tones {
  std::array<std::uint32_t, kSpanKinds> of_kind;  // by SpanKind
  std::uint32_t line;                             // over a ready or queued band: dotted, or drawn through

  std::uint32_t of(SpanKind kind) const { return of_kind[static_cast<std::size_t>(kind)]; }
};

// The tones of that colour. Where one look is pointed out, those of all others are pale.
Tones tones_of(const Theme& theme, Color line, std::optional<Look> pointed);

// Collects bars that are drawn in tones, and draws them together: a hundred thousand cost little more than a
// millisecond.
class TonePainter {
 public:
  explicit TonePainter(const Ui& ui) : ui_(ui), thin_(std::max(1, static_cast<int>(ui.px(1)))) {}
  ~TonePainter() { draw(); }
  TonePainter(const TonePainter&) = delete;
  TonePainter& operator=(const TonePainter&) = delete;

  // One state in the whole box.
  void add(Rect box, Look look, const Tones& tones);
  // Each state as high as its share: from running at the bottom to queued on top.
  void add_stacked(Rect box, const StateShares& shares, const Tones& tones);
  void draw();
  void expect(std::size_t bars) { blocks_.reserve(bars * 2); }

 private:
  // Where a line along that upper edge ends.
  std::int16_t lined(std::int16_t top, std::int16_t bottom) const;
  // What goes on with the background of the bar before it is one with that.
  void ground(const Block& block);

  const Ui& ui_;
  int thin_;
  std::vector<Block> blocks_;
  std::size_t ground_ = 0;  // position of the last bar's background, if there are blocks
};

// An example of dense bars.
void paint_dense_sample(const Ui& ui, Rect box, const Tones& tones);

}  // namespace interleave::gui
