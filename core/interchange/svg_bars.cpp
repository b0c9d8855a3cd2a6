#include "core/interchange/svg_bars.h"

#include <algorithm>
#include <cmath>

namespace interleave {
namespace {

// The left edge of the stretch of `least` pixels that x is in.
double stretch_of(double x, const SvgScale& scale, double least) {
  return scale.left + std::floor((x - scale.left) / least) * least;
}

}  // namespace

std::vector<SvgBar> bars_of(std::span<const Span> spans, const SvgScale& scale, double least) {
  std::vector<SvgBar> bars;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    const double left = scale.x(span.begin);
    const double right = scale.x(std::min(span.end, scale.horizon));
    if (right - left >= least) {
      bars.push_back({left, right, kind_of(span), span.task, i, 1});
      continue;
    }
    const double stretch = stretch_of(left, scale, least);
    if (!bars.empty() && !bars.back().kind && bars.back().left == stretch) {
      ++bars.back().count;
      if (bars.back().task != span.task) bars.back().task = TaskId::none;
    } else {
      bars.push_back({stretch, stretch + least, std::nullopt, span.task, i, 1});
    }
  }
  return bars;
}

std::vector<SvgBar> bars_of(std::span<const Turn> turns, std::span<const SvgBar> beside, const SvgScale& scale,
                            double least) {
  std::vector<SvgBar> bars;
  auto bar = beside.begin();
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const double stretch = stretch_of(scale.x(turns[i].at), scale, least);
    while (bar != beside.end() && bar->right < stretch) ++bar;
    if (bar != beside.end() && bar->left <= stretch + least) continue;
    if (!bars.empty() && bars.back().left == stretch) {
      ++bars.back().count;
      if (bars.back().task != turns[i].task) bars.back().task = TaskId::none;
    } else {
      bars.push_back({stretch, stretch + least, std::nullopt, turns[i].task, i, 1});
    }
  }
  return bars;
}

}  // namespace interleave
