#include "app/gui/model/explain/range_figures.h"

namespace interleave::gui {

RangeFigures figures_within(const Timeline& timeline, Time begin, Time end) {
  const Moment from(timeline, begin);
  const Moment to(timeline, end);
  RangeFigures figures;
  figures.length = end - begin;
  figures.work = to.work() - from.work();
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) {
    const WorkerFigures before = from.worker(worker_id(i));
    WorkerFigures within = to.worker(worker_id(i));
    within.busy -= before.busy;
    within.held -= before.held;
    within.held_ready -= before.held_ready;
    within.utilisation = end > begin ? seconds(within.busy) / seconds(figures.length) : 0;
    figures.workers.push_back(within);
  }
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const Duration waited = to.waited(task_id(i)) - from.waited(task_id(i));
    if (waited <= figures.longest_wait) continue;
    figures.longest_wait = waited;
    figures.longest_waiter = task_id(i);
  }
  return figures;
}

}  // namespace interleave::gui
