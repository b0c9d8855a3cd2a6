#pragma once

#include <vector>

#include "app/gui/model/picture/bars.h"
#include "app/gui/views/timeline/lane_rows.h"
#include "app/gui/views/timeline/legend.h"

namespace interleave::gui {

// How closely bars are drawn: where there are thousands, narrow ones are drawn in the tones of their states, since
// nobody could tell stripes and dots apart there.
enum class Detail : std::uint8_t { looks, tones };

// The bars of all lanes in sight, laid out before anything is drawn: what is among them decides on detail and legend.
class LanePictures {
 public:
  LanePictures(const Ui& ui, const std::vector<Lane>& lanes, const std::vector<LaneRow>& rows, const TimeScale& scale);

  // Of a lane in one of the rows, or nearby.
  const std::vector<Bar>& of(const LaneRow& row);
  Detail detail() const { return detail_; }
  LegendOf legend() const;

 private:
  Grain grain_of(const std::vector<LaneRow>& rows) const;
  std::vector<Bar> bars_of(const Lane& lane) const;

  const Ui& ui_;
  const std::vector<Lane>& lanes_;
  const TimeScale& scale_;
  Grain grain_;
  std::size_t first_ = 0;               // lane of the first of them
  std::vector<std::vector<Bar>> bars_;  // by lane
  std::vector<Bar> other_;
  Detail detail_ = Detail::looks;
  bool dense_ = false;
};

}  // namespace interleave::gui
