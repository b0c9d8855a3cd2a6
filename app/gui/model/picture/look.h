#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// How a stretch of a lane is drawn. Colour tells the task, the look tells its state.
enum class Look : std::uint8_t {
  running,       // solid
  waiting_free,  // light diagonal hatch, no frame
  waiting_held,  // the same within a solid frame
  ready,         // dotted
  queued,        // outline only
  future,        // a thin band of one of the above: has not happened yet
  folded,        // thin ticks: shorter than a pixel
  simulated,     // a thin strip below a real run's bars: the simulation of the same time
  dense,         // stacked by share of time: many, each too short to be told apart
};

// Those of every timeline; `dense` is one of long ones only.
inline constexpr std::array kLooks = {Look::running, Look::waiting_free, Look::waiting_held, Look::ready,
                                      Look::queued,  Look::future,       Look::folded,       Look::simulated};

// The states as they are stacked in a dense bar, from its bottom up.
inline constexpr std::array kStacked = {Look::running, Look::waiting_held, Look::waiting_free, Look::ready,
                                        Look::queued};
using StateShares = std::array<float, kStacked.size()>;  // of each of them

Look look_of(const Span& span);
Look look_of(SpanKind kind);

// The look's name: the same words in the legend, in tooltips and in details.
std::string_view name(Look look);
// One sentence on what it means.
std::string_view explanation(Look look);

// Why the task is in that state, in a few words; empty where the state says it all.
std::string_view cause_text(const Span& span);

}  // namespace interleave::gui
