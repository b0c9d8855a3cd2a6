#pragma once

#include <memory>
#include <vector>

#include "app/gui/model/picture/bars.h"

namespace interleave::gui {

// A stretch of one line of the small picture of the whole run: of one task and look, or of several mixed.
struct MiniBar {
  float left = 0;  // pixels
  float right = 0;
  TaskId task = TaskId::none;  // none where tasks are mixed
  Look look = Look::running;
  bool future = false;
  float share = 1;  // how much of its time that takes, in quarters

  friend bool operator==(const MiniBar&, const MiniBar&) = default;
};

// One lane as a line; at most one bar a pixel. Takes O(pixels * log(spans)).
std::vector<MiniBar> mini_bars(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon);

// How many of the tasks were running, waiting, or without a turn in a column of pixels, as shares of all tasks.
struct MiniColumn {
  float left = 0;
  float right = 0;
  float running = 0;
  float waiting = 0;
  float queued = 0;  // and ready
};

// The whole run in one line, for more lanes than there are lines; at most one column a pixel, equal ones joined. Takes
// O(pixels * log(changes)).
std::vector<MiniColumn> mini_columns(const Timeline& timeline, const TimeScale& scale);

// Those that were asked for last, as long as the run and the scale stay the same: of a run of a million changes they
// take longer than all else in a frame.
class KeptMiniColumns {
 public:
  const std::vector<MiniColumn>& of(const std::shared_ptr<const Timeline>& timeline, const TimeScale& scale);

 private:
  struct Key {
    Time horizon{};
    float left = 0;
    float right = 0;
    double from = 0;
    double to = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };

  std::shared_ptr<const Timeline> timeline_;
  Key key_;
  std::vector<MiniColumn> columns_;
};

// Where a window of the run that shows `range` goes when its frame on the small picture is dragged.
enum class FramePart : std::uint8_t { none, left_edge, right_edge, middle };
TimeRange dragged(TimeRange range, FramePart part, double to_time, double grip);

}  // namespace interleave::gui
