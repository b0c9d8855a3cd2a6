#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/time.h"
#include "core/timeline/span.h"

namespace interleave {

// What is told apart where spans are added up: the state, and whether a worker is held meanwhile.
enum class SpanKind : std::uint8_t { running, waiting_held, waiting_free, ready_held, ready_free, queued };

inline constexpr std::size_t kSpanKinds = 6;

constexpr SpanKind kind_of(const Span& span) {
  using enum SpanKind;
  // By state: with its worker free, and held. Without a branch, as millions are asked.
  constexpr std::array<std::array<SpanKind, 2>, 4> kKinds = {
      {{queued, queued}, {ready_free, ready_held}, {running, running}, {waiting_free, waiting_held}}};
  return kKinds[static_cast<std::size_t>(span.state)][span.worker != WorkerId::none ? 1 : 0];
}

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
