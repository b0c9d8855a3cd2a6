#include "app/gui/model/picture/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace interleave::gui {

namespace {

constexpr int kMostTicks = 400;

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

std::string tick_label(double time, double step) {
  if (time == 0) return "0 s";
  if (step >= 3600) return fmt::format("{:g} h", time / 3600);
  if (step >= 60) return fmt::format("{:g} min", time / 60);
  if (step >= 1) return fmt::format("{:.0f} s", time);
  if (step >= 0.1) return fmt::format("{:.1f} s", time);
  if (std::abs(time) < 1 && step >= 1e-3) return fmt::format("{:.0f} ms", time * 1e3);
  if (std::abs(time) < 1e-3 && step >= 1e-6) return fmt::format("{:.0f} µs", time * 1e6);
  const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
  if (std::abs(time) < 1) return fmt::format("{:.{}f} ms", time * 1e3, std::max(digits - 3, 0));
  return fmt::format("{:.{}f} s", time, digits);
}

}  // namespace

std::string time_text(double time_seconds) {
  const double size = std::abs(time_seconds);
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
  const int digits = std::clamp(static_cast<int>(std::floor(-std::log10(seconds_per_pixel))), 2, 9);
  return fmt::format("{:.{}f} s", time_seconds, digits);
}

std::vector<Tick> axis_ticks(const TimeScale& scale, double apart_px) {
  const double step = round_step(scale.seconds_per_pixel() * apart_px);
  std::vector<Tick> ticks;
  const auto first = static_cast<long long>(std::ceil(std::max(0.0, scale.range().begin) / step - 1e-9));
  for (long long i = first; static_cast<double>(i) * step <= scale.range().end; ++i) {
    const double time = static_cast<double>(i) * step;
    ticks.push_back({time, tick_label(time, step)});
    if (static_cast<int>(ticks.size()) >= kMostTicks) break;
  }
  return ticks;
}

}  // namespace interleave::gui
