#include "app/gui/views/timeline/lane_pictures.h"

#include <algorithm>

#include "app/gui/model/state/progress.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostWithLooks = 1'500;  // bars of a frame; each takes up to a microsecond

}  // namespace

LanePictures::LanePictures(const Ui& ui, const std::vector<Lane>& lanes, const std::vector<LaneRow>& rows,
                           const TimeScale& scale)
    : ui_(ui), lanes_(lanes), scale_(scale) {
  if (rows.empty()) return;
  first_ = rows.front().lane;
  grain_ = grain_of(rows);
  std::size_t bars = 0;
  for (const LaneRow& row : rows) {
    const auto& laid_out = bars_.emplace_back(bars_of(lanes[row.lane]));
    const auto is_dense = [](const Bar& bar) { return bar.look == Look::dense; };
    dense_ = dense_ || std::any_of(laid_out.begin(), laid_out.end(), is_dense);
    bars += laid_out.size();
  }
  if (bars > kMostWithLooks) detail_ = Detail::tones;
}

const std::vector<Bar>& LanePictures::of(const LaneRow& row) {
  if (row.lane >= first_ && row.lane - first_ < bars_.size()) return bars_[row.lane - first_];
  other_ = bars_of(lanes_[row.lane]);
  return other_;
}

LegendOf LanePictures::legend() const {
  return dense_ || detail_ == Detail::tones ? LegendOf::looks_and_tones : LegendOf::looks;
}

Grain LanePictures::grain_of(const std::vector<LaneRow>& rows) const {
  std::size_t spans = 0;
  for (const LaneRow& row : rows) spans += spans_in_sight(lanes_[row.lane], scale_);
  const double zoom = double{ui_.px(1)};
  const Grain grain = grain_for(spans, rows.size(), (double{scale_.right()} - double{scale_.left()}) / zoom);
  return {grain.span * zoom, grain.cell * zoom, grain.few};
}

std::vector<Bar> LanePictures::bars_of(const Lane& lane) const {
  const Time recorded = lane.compared ? lane.timeline->horizon() : recorded_until(ui_.state);
  auto bars = lay_out(lane, scale_, happened_until(ui_.state), recorded, grain_);
  if (ui_.state.future_hidden) std::erase_if(bars, [](const Bar& bar) { return bar.future; });
  return bars;
}

}  // namespace interleave::gui
