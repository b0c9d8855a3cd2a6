#include "core/listing/main_ends.h"

namespace interleave {

MainEnds main_ends(const Outline& outline) {
  const MainPolicy& policy = outline.scenario->main;
  const bool is_async = outline.is_async();
  const bool has_workers = !traits(outline.mode).one_worker;
  const bool cancels = policy.on_error == OnError::cancel;
  MainEnds ends;
  ends.one_by_one = policy.launch == Launch::one_by_one;
  ends.is_group = is_async && cancels && !ends.one_by_one;
  ends.cancels_queued = has_workers && cancels;
  ends.stops_at_due = ends.cancels_queued && outline.has_later_tasks && !ends.one_by_one;
  ends.leaves = !has_workers && policy.end == MainEnd::leaves;
  const bool hears_at_once = ends.one_by_one || !has_workers;
  ends.hears = hears_at_once ? policy.on_error != OnError::collect : ends.stops_at_due;
  const bool awaits_all = ends.leaves || policy.on_error == OnError::first;
  ends.gathers = is_async && !ends.one_by_one && !ends.is_group && awaits_all && !outline.by_submission.empty();
  return ends;
}

}  // namespace interleave
