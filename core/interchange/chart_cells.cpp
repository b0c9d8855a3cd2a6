#include "core/interchange/chart_cells.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace interleave {
namespace {

constexpr std::size_t kStates = 5;
using Shares = std::array<Duration, kStates>;  // of a column, by cell from Cell::running on

std::size_t state_index(const Span& span) {
  const auto cell = [&] {
    switch (span.state) {
      case State::queued:
        return Cell::queued;
      case State::ready:
        return Cell::ready;
      case State::running:
        return Cell::running;
      case State::waiting:
        break;
    }
    return span.worker == WorkerId::none ? Cell::waiting_worker_free : Cell::waiting_worker_held;
  }();
  return static_cast<std::size_t>(cell) - 1;
}

// Calls `visit` with each column that the span touches, and for how long.
template <class Visit>
void for_columns(const Span& span, const TimeAxis& axis, Time horizon, const Visit& visit) {
  const Time end = std::min(span.end, horizon);
  for (int column = axis.column_of(span.begin); column < axis.columns() && axis.begin_of(column) < end; ++column) {
    visit(static_cast<std::size_t>(column),
          std::min(end, axis.begin_of(column + 1)) - std::max(span.begin, axis.begin_of(column)));
  }
}

Cell prevailing(const Shares& shares, Duration column) {
  Duration any{0};
  for (Duration share : shares) any += share;
  if (any * 2 < column || any == Duration{0}) return Cell::nothing;
  const auto most = std::max_element(shares.begin(), shares.end());
  return static_cast<Cell>(most - shares.begin() + 1);
}

// Whether the turn began or ended a stay of its task on the worker, which shows it well enough.
bool touches_own_span(const Turn& turn, std::span<const Span> spans) {
  const auto next =
      std::lower_bound(spans.begin(), spans.end(), turn.at, [](const Span& span, Time t) { return span.begin < t; });
  const bool begins = next != spans.end() && next->begin == turn.at && next->task == turn.task;
  const bool ends = next != spans.begin() && std::prev(next)->end == turn.at && std::prev(next)->task == turn.task;
  return begins || ends;
}

}  // namespace

std::vector<Cell> cells_of(std::span<const Span> spans, std::span<const Turn> turns, const TimeAxis& axis,
                           Time horizon) {
  std::vector<Shares> shares(static_cast<std::size_t>(axis.columns()), Shares{});
  for (const Span& span : spans) {
    for_columns(span, axis, horizon,
                [&](std::size_t column, Duration length) { shares[column][state_index(span)] += length; });
  }
  std::vector<Cell> cells(shares.size() + 1, Cell::nothing);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const int column = static_cast<int>(i);
    cells[i] = prevailing(shares[i], axis.begin_of(column + 1) - axis.begin_of(column));
  }

  for (const Span& span : spans) {
    bool shown = false;
    std::size_t fullest = cells.size();
    Duration most{0};
    for_columns(span, axis, horizon, [&](std::size_t column, Duration length) {
      shown = shown || cells[column] != Cell::nothing;
      if (length > most) fullest = column;
      most = std::max(most, length);
    });
    if (!shown && fullest < cells.size()) cells[fullest] = Cell::brief;
  }
  for (const Turn& turn : turns) {
    if (touches_own_span(turn, spans)) continue;
    const auto column = static_cast<std::size_t>(axis.column_of(turn.at));
    if (column < cells.size() && cells[column] == Cell::nothing) cells[column] = Cell::brief;
  }
  return cells;
}

}  // namespace interleave
