#include "core/interchange/chart_cells.h"

#include <algorithm>
#include <cstddef>

namespace interleave {
namespace {

// Calls `visit` with each column that the span touches, and for how long.
template <class Visit>
void for_columns(const Span& span, const TimeAxis& axis, Time horizon, const Visit& visit) {
  const Time end = std::min(span.end, horizon);
  for (int column = axis.column_of(span.begin); column < axis.columns() && axis.begin_of(column) < end; ++column) {
    visit(static_cast<std::size_t>(column),
          std::min(end, axis.begin_of(column + 1)) - std::max(span.begin, axis.begin_of(column)));
  }
}

// `shares` are of kinds as they are shown.
Cell prevailing(const KindTimes& shares, Duration column) {
  Duration any{0};
  for (SpanKind kind : kShownKinds) any += shares[kind];
  if (any * 2 < column || any == Duration{0}) return {};
  const auto* const most = std::max_element(kShownKinds.begin(), kShownKinds.end(),
                                            [&](SpanKind a, SpanKind b) { return shares[a] < shares[b]; });
  return {Cell::Shows::spans, *most};
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
  std::vector<KindTimes> shares(static_cast<std::size_t>(axis.columns()));
  for (const Span& span : spans) {
    const SpanKind kind = shown_as(kind_of(span));
    for_columns(span, axis, horizon, [&](std::size_t column, Duration length) { shares[column][kind] += length; });
  }
  std::vector<Cell> cells(shares.size() + 1);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const int column = static_cast<int>(i);
    cells[i] = prevailing(shares[i], axis.begin_of(column + 1) - axis.begin_of(column));
  }

  for (const Span& span : spans) {
    bool shown = false;
    std::size_t fullest = cells.size();
    Duration most{0};
    for_columns(span, axis, horizon, [&](std::size_t column, Duration length) {
      shown = shown || cells[column] != Cell{};
      if (length > most) fullest = column;
      most = std::max(most, length);
    });
    if (!shown && fullest < cells.size()) cells[fullest] = kBriefCell;
  }
  for (const Turn& turn : turns) {
    if (touches_own_span(turn, spans)) continue;
    const auto column = static_cast<std::size_t>(axis.column_of(turn.at));
    if (column < cells.size() && cells[column] == Cell{}) cells[column] = kBriefCell;
  }
  return cells;
}

}  // namespace interleave
