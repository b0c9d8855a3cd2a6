#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/gui/model/picture/viewport.h"
#include "core/timeline/shared_history.h"

namespace interleave::gui {

// What is drawn of a stretch of something that tasks share, or of several that are too short for a picture of their
// own.
struct SharedBar {
  float left = 0;  // pixels, within the timeline
  float right = 0;
  bool future = false;    // after the playhead
  std::size_t first = 0;  // position of its stretch, or of the first of them
  std::size_t count = 1;

  friend bool operator==(const SharedBar&, const SharedBar&) = default;
};

// From left to right, without overlap, cut to what the scale shows and to the end of what is known.
std::vector<SharedBar> lay_out_shared(std::span<const SharedStretch> history, const TimeScale& scale, Time playhead,
                                      Time horizon);

// The histories of a run, made again only when there is more of it.
class KeptHistories {
 public:
  const std::vector<std::vector<SharedStretch>>& of(const std::shared_ptr<const Timeline>& timeline);
  // Whether in those anybody ever waits for something.
  bool anybody_waits(const std::shared_ptr<const Timeline>& timeline);

 private:
  std::shared_ptr<const Timeline> timeline_;
  Time horizon_{};
  bool finished_ = false;
  std::vector<std::vector<SharedStretch>> histories_;
  bool anybody_waits_ = false;
};

}  // namespace interleave::gui
