#include "core/looks/span_words.h"

#include <array>
#include <fmt/format.h>

namespace interleave {
namespace {

constexpr SpanWords kReady = {"ready", "ready, no turn yet", "ready"};

constexpr std::array<SpanWords, kSpanKinds> kSpanWords = {{
    {"running", "running", "runs"},
    {"waiting, holds no worker", "waiting, holds no worker", "waits"},
    {"waiting, holds a worker", "waiting, holds a worker", "waits"},
    kReady,
    kReady,
    {"queued", "queued, no worker yet", "queued"},
}};

}  // namespace

const SpanWords& words_of(SpanKind kind) { return kSpanWords.at(static_cast<std::size_t>(kind)); }

std::string_view what_is_missing(const Span& span) {
  if (span.state != State::ready) return "";
  if (span.cause == Cause::loop) return "the event loop";
  if (span.cause == Cause::core) return "a core";
  if (span.cause == Cause::schedule) return "its turn in the schedule";
  return span.cause == Cause::gil ? "the GIL" : "";
}

std::string state_text(const Span& span) {
  const std::string_view missing = what_is_missing(span);
  if (missing.empty()) return std::string(span.state == State::ready ? kReady.meaning : words_of(kind_of(span)).name);
  return fmt::format("ready to {}, waits for {}", span.step == StepId::none ? "begin" : "go on", missing);
}

}  // namespace interleave
