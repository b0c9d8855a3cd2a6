#include "app/gui/model/picture/look.h"

#include "core/looks/span_words.h"

namespace interleave::gui {

namespace {

// By SpanKind.
constexpr std::array<std::string_view, kSpanKinds> kExplanations = {
    "The task computes on its worker.",
    "The task waits and holds no worker: whichever there is can serve others meanwhile.",
    "The task waits and holds its worker: nobody else can use it.",
    "The task could begin or go on, but waits for the event loop, for a core or for the GIL.",
    "The task could begin or go on, but waits for the event loop, for a core or for the GIL.",
    "The task was submitted, and no worker has taken it yet.",
};

struct LookText {
  std::string_view name;
  std::string_view explanation;
};

// Of the looks that are not a span's, in their order.
constexpr std::array<LookText, 5> kOtherLooks = {{
    {"still to come",
     "What comes later, as a thin band in the look of its state. Until a run has ended it is a prediction."},
    {"shorter than a pixel", "A turn or a span too short to draw at this zoom: zoom in to see it."},
    {"as simulated",
     "Below a real run's bar, what the simulation says of the same time: where both agree, they end together."},
    {"after the change, not run",
     "The scenario was changed after this run. In dashes, what would be otherwise if it ran now: a prediction, no "
     "record."},
    {"many spans, by share of time",
     "Many spans, each too short here to be told apart. The higher a state's band, the larger its share of the time. "
     "Zoom in to see each."},
}};

LookText text_of(Look look) {
  if (const auto kind = kind_of(look)) {
    return {words_of(*kind).name, kExplanations.at(static_cast<std::size_t>(*kind))};
  }
  return kOtherLooks.at(static_cast<std::size_t>(look) - kShownKinds.size());
}

}  // namespace

Look look_of(SpanKind kind) {
  constexpr std::array<Look, kSpanKinds> kLookOf = {Look::running, Look::waiting_free, Look::waiting_held,
                                                    Look::ready,   Look::ready,        Look::queued};
  return kLookOf.at(static_cast<std::size_t>(kind));
}

Look look_of(const Span& span) { return look_of(kind_of(span)); }

std::optional<SpanKind> kind_of(Look look) {
  const auto position = static_cast<std::size_t>(look);
  return position < kShownKinds.size() ? std::optional(kShownKinds.at(position)) : std::nullopt;
}

std::string_view name(Look look) { return text_of(look).name; }

std::string_view explanation(Look look) { return text_of(look).explanation; }

std::string_view cause_text(const Span& span) {
  switch (span.cause) {
    case Cause::none:
      return span.state == State::queued ? "every worker is taken" : "";
    case Cause::loop:
      return "another task has the event loop";
    case Cause::core:
      return "every core is taken";
    case Cause::gil:
      return "another thread has the interpreter lock";
    case Cause::sleep:
      return "its sleep is not over";
    case Cause::lock:
      return "another task has the lock";
    case Cause::await_task:
      return "it awaits another task";
    case Cause::semaphore:
      return "other tasks have all permits";
    case Cause::queue:
      return "the queue has nothing to take, or no room";
    case Cause::schedule:
      return "the schedule lets another task go first";
  }
  return "";
}

}  // namespace interleave::gui
