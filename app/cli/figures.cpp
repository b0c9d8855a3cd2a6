#include "app/cli/figures.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace interleave::cli {

std::string readable_seconds(Time length) {
  const double value = seconds(length);
  if (value <= 0 || value >= 1) return fmt::format("{:.2f} s", value);
  const int zeros = static_cast<int>(-std::floor(std::log10(value))) - 1;  // after the point
  const std::string text = fmt::format("{:.{}f}", value, zeros + 3);
  const auto last = std::max<std::size_t>(text.find_last_not_of('0'), std::string_view("0.00").size() - 1);
  return text.substr(0, last + 1) + " s";
}

std::string relation(Time length, Time reference) {
  const double here = seconds(length);
  const double there = seconds(reference);
  if (length == reference) return "the same";
  if (here <= 0 || there <= 0) return here < there ? "faster" : "slower";
  const double factor = std::max(here / there, there / here);
  if (factor < 1.005) return "about the same";
  return fmt::format("{:.2f}x {}", factor, here < there ? "faster" : "slower");
}

std::string bar(Time length, Time longest, int width, bool utf8) {
  if (length <= Time{} || longest <= Time{} || width <= 0) return "";
  const double share = seconds(length) / seconds(longest);
  const int cells = std::clamp(static_cast<int>(std::lround(share * width)), 1, width);
  std::string text;
  for (int i = 0; i < cells; ++i) text += utf8 ? "█" : "#";
  return text;
}

}  // namespace interleave::cli
