#include "app/gui/model/picture/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace interleave::gui {

namespace {

constexpr int kMostTicks = 400;
constexpr double kLongPicture = 300;  // seconds
constexpr double kWideLabels = 1.6;   // how much more room hours, minutes and seconds take than seconds

thread_local double t_picture_end = 0;

bool is_long(double end) { return end >= kLongPicture; }

// "24 h", "1 h 30 min", "12 min 5 s": what is 0 is left out. Seconds have so many digits, but none where they are
// whole.
std::string clock_text(double time_seconds, int digits) {
  const double unit = std::pow(10, -digits);
  const double size = std::round(std::abs(time_seconds) / unit) * unit;
  auto whole_minutes = static_cast<long long>(size / 60 + 1e-12);
  double rest = std::max(0.0, size - 60 * static_cast<double>(whole_minutes));
  if (rest < unit / 2) rest = 0;
  std::string text;
  const auto add = [&text](std::string part) { text += (text.empty() ? "" : " ") + std::move(part); };
  if (whole_minutes >= 60) add(fmt::format("{} h", whole_minutes / 60));
  if (whole_minutes % 60 != 0) add(fmt::format("{} min", whole_minutes % 60));
  const bool is_whole = std::abs(rest - std::round(rest)) < unit / 2;
  if (rest > 0 || text.empty()) add(is_whole ? fmt::format("{:.0f} s", rest) : fmt::format("{:.{}f} s", rest, digits));
  return time_seconds < 0 && size > 0 ? "-" + text : text;
}

// The shortest round step that is at least that long.
double round_step(double least) {
  constexpr std::array kClock = {60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0, 3600.0, 7200.0, 14400.0, 21600.0, 43200.0};
  if (least > 30) {
    const auto step = std::lower_bound(kClock.begin(), kClock.end(), least);
    if (step != kClock.end()) return *step;
    return 86400 * std::ceil(least / 86400);
  }
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (double factor : {1.0, 2.0, 5.0, 10.0}) {
    if (power * factor >= least * (1 - 1e-9)) return least > 20 && factor > 2 ? 60 : power * factor;
  }
  return power * 10;
}

std::string tick_label(double time, double step, bool in_long) {
  if (time == 0) return "0 s";
  const int digits_of_step = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
  if (in_long && (time >= 60 || step >= 1)) return clock_text(time, digits_of_step);
  if (step >= 1) return fmt::format("{:.0f} s", time);
  if (step >= 0.1) return fmt::format("{:.1f} s", time);
  if (std::abs(time) < 1 && step >= 1e-3) return fmt::format("{:.0f} ms", time * 1e3);
  if (std::abs(time) < 1e-3 && step >= 1e-6) return fmt::format("{:.0f} µs", time * 1e6);
  if (std::abs(time) < 1) return fmt::format("{:.{}f} ms", time * 1e3, std::max(digits_of_step - 3, 0));
  return fmt::format("{:.{}f} s", time, digits_of_step);
}

}  // namespace

PictureTimes::PictureTimes(double end_seconds) : end_before_(std::exchange(t_picture_end, end_seconds)) {}
PictureTimes::~PictureTimes() { t_picture_end = end_before_; }

bool in_long_picture() { return is_long(t_picture_end); }

std::string time_text(double time_seconds) {
  const double size = std::abs(time_seconds);
  if (in_long_picture() && (size == 0 || size >= 1)) return clock_text(time_seconds, 2);
  if (size == 0 || size >= 1) return fmt::format("{:.2f} s", time_seconds);
  const double hundredths = size * 100;
  if (size >= 0.1 && std::abs(hundredths - std::round(hundredths)) < 1e-6) return fmt::format("{:.2f} s", time_seconds);
  if (size >= 0.1) return fmt::format("{:.3g} s", time_seconds);
  if (size >= 1e-3) return fmt::format("{:.3g} ms", time_seconds * 1e3);
  return fmt::format("{:.3g} µs", time_seconds * 1e6);
}

std::string time_text(Time moment) { return time_text(seconds(moment)); }

std::string signed_time_text(double time_seconds) {
  return time_seconds < 0 ? "-" + time_text(-time_seconds) : "+" + time_text(time_seconds);
}

std::string moment_text(double time_seconds, double seconds_per_pixel) {
  if (std::abs(time_seconds) < 0.1 && seconds_per_pixel < 1e-4) {
    const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(seconds_per_pixel * 1e3))), 0, 6);
    return fmt::format("{:.{}f} ms", time_seconds * 1e3, digits);
  }
  const int exact = static_cast<int>(std::floor(-std::log10(seconds_per_pixel)));
  if (in_long_picture()) return clock_text(time_seconds, std::clamp(exact, 0, 9));
  const int digits = std::clamp(exact, 2, 9);
  return fmt::format("{:.{}f} s", time_seconds, digits);
}

std::vector<Tick> axis_ticks(const TimeScale& scale, double apart_px) {
  const bool in_long = is_long(t_picture_end > 0 ? t_picture_end : scale.range().end);
  double step = round_step(scale.seconds_per_pixel() * apart_px);
  if (in_long && step < 60) step = round_step(scale.seconds_per_pixel() * apart_px * kWideLabels);
  std::vector<Tick> ticks;
  const auto first = static_cast<long long>(std::ceil(std::max(0.0, scale.range().begin) / step - 1e-9));
  for (long long i = first; static_cast<double>(i) * step <= scale.range().end; ++i) {
    const double time = static_cast<double>(i) * step;
    ticks.push_back({time, tick_label(time, step, in_long)});
    if (static_cast<int>(ticks.size()) >= kMostTicks) break;
  }
  return ticks;
}

}  // namespace interleave::gui
