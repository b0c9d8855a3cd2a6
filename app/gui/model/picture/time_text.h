#pragma once

#include <string>
#include <vector>

#include "app/gui/model/picture/viewport.h"
#include "core/base/time.h"

namespace interleave::gui {

// The times of one picture are written alike, on its axis and in its texts: in seconds, or where it lasts for five
// minutes and more in hours, minutes and seconds. While one of these lives, all times that its thread writes are of a
// picture with that end; while none does, of a short one.
class PictureTimes {
 public:
  explicit PictureTimes(double end_seconds);
  ~PictureTimes();
  PictureTimes(const PictureTimes&) = delete;
  PictureTimes& operator=(const PictureTimes&) = delete;

 private:
  double end_before_;
};

// Whether times are written as of a long picture now.
bool in_long_picture();

// A length or a moment, in the unit that suits it: "3.40 s", "250 ms", "12.5 ms"; of a long picture "1 h 30 min", "5
// min 2.50 s".
std::string time_text(double time_seconds);
std::string time_text(Time moment);

// A difference: "+0.3 ms", "-12 ms".
std::string signed_time_text(double time_seconds);

// A moment, with as many digits as a pixel of that length can tell apart: "3.4012 s".
std::string moment_text(double time_seconds, double seconds_per_pixel);

// One labelled line of a time axis.
struct Tick {
  double time = 0;
  std::string label;
};

// Round moments within the range, at least `apart_px` apart. Of a long range they are as of a long picture.
std::vector<Tick> axis_ticks(const TimeScale& scale, double apart_px);

}  // namespace interleave::gui
