#include "core/looks/span_words.h"

#include <array>

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

}  // namespace interleave
