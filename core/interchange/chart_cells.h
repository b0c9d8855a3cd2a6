#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/interchange/time_axis.h"
#include "core/timeline/span_kind.h"
#include "core/timeline/timeline.h"

namespace interleave {

// What one column of a lane shows: spans of a kind, nothing, or something that takes less than half a column and would
// not be seen otherwise.
struct Cell {
  enum class Shows : std::uint8_t { nothing, spans, brief };

  Shows shows = Shows::nothing;
  SpanKind kind = SpanKind::running;  // of the spans

  friend bool operator==(const Cell&, const Cell&) = default;
};

inline constexpr Cell kBriefCell{Cell::Shows::brief};

// One cell for each column of the axis and one for the end itself. A column shows the kind that prevails in it; spans
// that no column shows, and turns in an empty one, are brief. What is open ends at `horizon`.
std::vector<Cell> cells_of(std::span<const Span> spans, std::span<const Turn> turns, const TimeAxis& axis,
                           Time horizon);

}  // namespace interleave
