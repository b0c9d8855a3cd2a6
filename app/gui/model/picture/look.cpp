#include "app/gui/model/picture/look.h"

namespace interleave::gui {

Look look_of(const Span& span) { return look_of(kind_of(span)); }

Look look_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::running:
      return Look::running;
    case SpanKind::waiting_held:
      return Look::waiting_held;
    case SpanKind::waiting_free:
      return Look::waiting_free;
    case SpanKind::ready_held:
    case SpanKind::ready_free:
      return Look::ready;
    case SpanKind::queued:
      break;
  }
  return Look::queued;
}

std::string_view name(Look look) {
  switch (look) {
    case Look::running:
      return "running";
    case Look::waiting_free:
      return "waiting, worker free";
    case Look::waiting_held:
      return "waiting, worker held";
    case Look::ready:
      return "ready";
    case Look::queued:
      return "queued";
    case Look::future:
      return "still to come";
    case Look::folded:
      return "under a pixel";
    case Look::simulated:
      return "as simulated";
    case Look::dense:
      return "many spans, by share of time";
  }
  return "";
}

std::string_view explanation(Look look) {
  switch (look) {
    case Look::running:
      return "The task computes on its worker.";
    case Look::waiting_free:
      return "The task waits and its worker is free to serve others.";
    case Look::waiting_held:
      return "The task waits and holds its worker: nobody else can use it.";
    case Look::ready:
      return "The task could run, but it has no turn yet.";
    case Look::queued:
      return "The task was submitted, and no worker has taken it yet.";
    case Look::future:
      return "What comes later, as a thin band in the look of its state. Until a run has ended it is a prediction.";
    case Look::folded:
      return "A turn or a span too short to draw at this zoom: zoom in to see it.";
    case Look::simulated:
      return "Below a real run's bar, what the simulation says of the same time: where both agree, they end together.";
    case Look::dense:
      return "Many spans, each too short here to be told apart. The higher a state's band, the larger its share of the "
             "time. Zoom in to see each.";
  }
  return "";
}

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
  }
  return "";
}

}  // namespace interleave::gui
