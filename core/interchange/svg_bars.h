#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/timeline.h"

namespace interleave {

// How a picture shows a span: see docs/scenario-format.md's states.
enum class SvgLook : std::uint8_t { running, waiting_worker_free, waiting_worker_held, ready, queued, brief };

SvgLook look_of(const Span& span);

// What is drawn of one span, or of several that are too short for a bar each.
struct SvgBar {
  double left = 0;
  double right = 0;
  SvgLook look = SvgLook::running;
  TaskId task = TaskId::none;  // none where it stands for several tasks
  std::size_t first = 0;       // position of its first span in the lane, or of its first turn
  std::size_t count = 1;
};

// From moments to pixels.
struct SvgScale {
  double left = 0;
  double pixels_a_second = 0;
  Time horizon{};

  double x(Time t) const { return left + seconds(t) * pixels_a_second; }
};

// The lane's bars from left to right. Spans of less than `least` pixels share a brief bar of that width with all those
// that follow in it: there are no more than two bars for each `least` pixels.
std::vector<SvgBar> bars_of(std::span<const Span> spans, const SvgScale& scale, double least);

// Brief bars for the turns that a worker had where no bar of its spans touches them: an event loop's, mostly.
std::vector<SvgBar> bars_of(std::span<const Turn> turns, std::span<const SvgBar> beside, const SvgScale& scale,
                            double least);

}  // namespace interleave
