#include "app/gui/views/timeline/timeline_gestures.h"

#include <cmath>

namespace interleave::gui {

namespace {

constexpr double kWheelZoom = 1.2;
constexpr double kWheelPan = 60;  // pixels a notch

void tell_where_the_pointer_is(const Ui& ui, bool over, double time) {
  const std::optional<double> now = over ? std::optional(time) : std::nullopt;
  if (now != ui.state.pointer_time) ui.wish(command::PointAt{now});
}

void wheel(const Ui& ui, double time, const TimeScale& scale) {
  const double across = double{ui.pointer.wheel_x} + (ui.pointer.shift ? double{ui.pointer.wheel} : 0);
  if (across != 0) ui.wish(command::Pan{-across * kWheelPan * scale.seconds_per_pixel()});
  if (ui.pointer.wheel != 0 && !ui.pointer.shift) {
    ui.wish(command::Zoom{time, std::pow(kWheelZoom, double{ui.pointer.wheel})});
  }
}

}  // namespace

void react_to_gestures(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale) {
  const bool over = ui.pointer.over(axis) || ui.pointer.over(lanes);
  const double time = scale.time(double{ui.pointer.at.x});
  tell_where_the_pointer_is(ui, over, time);
  if (over) wheel(ui, time, scale);
  const bool free = ui.memory.grab == Grab::none;
  if (over && free && (ui.pointer.right_down || (ui.pointer.pressed && ui.pointer.shift))) {
    ui.memory.grab = Grab::pan;
  }
  if (ui.memory.grab == Grab::pan && ui.pointer.moved.x != 0) {
    ui.wish(command::Pan{-double{ui.pointer.moved.x} * scale.seconds_per_pixel()});
  }
  if (ui.pointer.double_clicked && ui.pointer.over(lanes)) ui.wish(command::Fit{});
}

}  // namespace interleave::gui
