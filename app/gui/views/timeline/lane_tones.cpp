#include "app/gui/views/timeline/lane_tones.h"

#include <cmath>

namespace interleave::gui {

namespace {

constexpr float kFutureTone = 0.7F;
constexpr float kUnlitTone = 0.25F;
constexpr float kMostly = 0.5F;

}  // namespace

void LaneTones::add(const Bar& bar) {
  Rect box{bar.left, box_.top, bar.right, box_.bottom};
  if (bar.future) box = future_band(ui_, box);
  const Tones& tones = tones_for(bar);
  if (bar.look == Look::dense) {
    // Of a time in which mostly nothing was, no state prevails.
    const bool narrow = bar.right - bar.left < kLeastDense && share_of_all(bar) > kMostly;
    narrow ? painter_.add(box, prevailing_look(bar), tones) : painter_.add_stacked(box, bar.shares, tones);
  } else if (bar.look == Look::folded) {
    painter_.add(box.inset(0, std::round(box.height() / 4)), bar.look, tones);
  } else {
    // A pixel between two spans that follow each other.
    if (box.width() > 4) box.right -= 1;
    painter_.add(box, bar.look, tones);
  }
  note(bar);
}

// A chosen line of code dims what it did not make; of many at once nobody can tell.
bool LaneTones::lit(const Bar& bar) const {
  const auto& line = ui_.state.code.chosen;
  return !line || bar.count > 1 || line->made(lane_.spans[bar.first]);
}

const Tones& LaneTones::tones_for(const Bar& bar) {
  const Key key{bar.one_task ? bar.task : TaskId::none, bar.future, lit(bar)};
  if (tones_ && key_ == key) return *tones_;
  Color line = key.task == TaskId::none ? ui_.theme.neutral : task_line_color(ui_.theme, index(key.task));
  if (key.future) line = mix(ui_.theme.ground, line, kFutureTone);
  if (!key.lit) line = mix(ui_.theme.ground, line, kUnlitTone);
  const auto& pointed = ui_.memory.pointed_look;
  const bool all = key.future && pointed == Look::future;
  tones_ = tones_of(ui_.theme, line, all ? std::nullopt : pointed);
  key_ = key;
  return *tones_;
}

// Neighbours are noted as one: nobody asks for a pixel's.
void LaneTones::note(const Bar& bar) {
  auto& noted = ui_.canvas.drawn().bars;
  if (goes_on_ && bar.left - noted.back().box.right < kLeastDense && noted.back().future == bar.future) {
    noted.back().box.right = bar.right;
    if (noted.back().look != bar.look) noted.back().look = Look::dense;
    return;
  }
  noted.push_back({{bar.left, box_.top, bar.right, box_.bottom},
                   position_,
                   bar.look,
                   bar.future,
                   bar.one_task ? bar.task : TaskId::none,
                   {}});
  goes_on_ = true;
}

}  // namespace interleave::gui
