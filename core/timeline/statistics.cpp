#include "core/timeline/statistics.h"

namespace interleave {

Statistics statistics(const Timeline& timeline, std::optional<Time> sequential) {
  const Moment last(timeline, timeline.horizon());
  Statistics result;
  result.makespan = last.makespan();
  result.work = last.work();
  if (sequential && *sequential > Time{} && result.makespan > Time{}) {
    result.speed_up = seconds(*sequential) / seconds(result.makespan);
  }
  result.threads = timeline.workers().size();
  for (std::size_t i = 0; i < result.threads; ++i) result.workers.push_back(last.worker(worker_id(i)));
  result.longest_wait = last.longest_wait();
  return result;
}

}  // namespace interleave
