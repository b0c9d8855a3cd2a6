#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/time.h"
#include "core/timeline/span.h"

namespace interleave {

// What is told apart of spans, where they are added up and where they are shown: the state, and whether a worker is
// held meanwhile. Whoever shows spans has a table with a row a kind, in this order.
enum class SpanKind : std::uint8_t { running, waiting_free, waiting_held, ready_free, ready_held, queued };

inline constexpr std::size_t kSpanKinds = 6;

constexpr SpanKind kind_of(const Span& span) {
  using enum SpanKind;
  // By state: with its worker free, and held. Without a branch, as millions are asked.
  constexpr std::array<std::array<SpanKind, 2>, 4> kKinds = {
      {{queued, queued}, {ready_free, ready_held}, {running, running}, {waiting_free, waiting_held}}};
  return kKinds[static_cast<std::size_t>(span.state)][span.worker != WorkerId::none ? 1 : 0];
}

// Those that look different, in the order of legends.
inline constexpr std::array kShownKinds = {SpanKind::running, SpanKind::waiting_free, SpanKind::waiting_held,
                                           SpanKind::ready_free, SpanKind::queued};

// The one of kShownKinds that it looks like: a ready task is ready, whether it holds a worker or not.
constexpr SpanKind shown_as(SpanKind kind) { return kind == SpanKind::ready_held ? SpanKind::ready_free : kind; }

constexpr bool holds_worker(SpanKind kind) {
  return kind == SpanKind::running || kind == SpanKind::waiting_held || kind == SpanKind::ready_held;
}

// How long something was in each of the kinds.
class KindTimes {
 public:
  Duration operator[](SpanKind kind) const { return times_[static_cast<std::size_t>(kind)]; }
  Duration& operator[](SpanKind kind) { return times_[static_cast<std::size_t>(kind)]; }

  KindTimes& operator+=(const KindTimes& more) {
    for (std::size_t i = 0; i < kSpanKinds; ++i) times_[i] += more.times_[i];
    return *this;
  }

  KindTimes& operator-=(const KindTimes& less) {
    for (std::size_t i = 0; i < kSpanKinds; ++i) times_[i] -= less.times_[i];
    return *this;
  }

  friend bool operator==(const KindTimes&, const KindTimes&) = default;

 private:
  std::array<Duration, kSpanKinds> times_{};
};

}  // namespace interleave
