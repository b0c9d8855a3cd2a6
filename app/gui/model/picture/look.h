#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/timeline/span_kind.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// How a stretch of a lane is drawn. Colour tells the task, the look tells its state. Those of spans come first, one for
// each of kShownKinds in that order.
enum class Look : std::uint8_t {
  running,
  waiting_free,
  waiting_held,
  ready,
  queued,
  future,     // a thin band of one of the above: has not happened yet
  folded,     // thin ticks: shorter than a pixel
  simulated,  // a thin strip below a real run's bars: the simulation of the same time
  edited,     // long dashes around: what the edited scenario would do, which nobody has run
  dense,      // stacked by share of time: many, each too short to be told apart
};

// Those of every timeline; `dense` is one of long ones only.
inline constexpr std::array kLooks = {Look::running, Look::waiting_free, Look::waiting_held, Look::ready, Look::queued,
                                      Look::future,  Look::folded,       Look::simulated,    Look::edited};

// The kinds as they are stacked in a dense bar, from its bottom up.
inline constexpr std::array kStacked = {SpanKind::running, SpanKind::waiting_held, SpanKind::waiting_free,
                                        SpanKind::ready_free, SpanKind::queued};
using StateShares = std::array<float, kStacked.size()>;  // of each of them

Look look_of(SpanKind kind);
Look look_of(const Span& span);
// What looks so; none for a look that is not a span's.
std::optional<SpanKind> kind_of(Look look);

// The look's name: the same words in the legend, in tooltips and in details.
std::string_view name(Look look);
// One sentence on what it means.
std::string_view explanation(Look look);

// Why the task is in that state, in a few words; empty where the state says it all.
std::string_view cause_text(const Span& span);

}  // namespace interleave::gui
