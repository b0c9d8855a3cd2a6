#include "app/gui/model/explain/occupancy.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <utility>

#include "app/gui/model/explain/ended_now.h"
#include "app/gui/model/explain/shared_now.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/explain/starting.h"
#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/picture/time_text.h"
#include "core/looks/span_words.h"
#include "core/looks/wording.h"
#include "core/timeline/beside_loop.h"
#include "core/timeline/deadlock.h"
#include "core/timeline/ends.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kOccupancyLookedAt = 5'000;  // of very many tasks, the first tell

// A task in one of the states, with what it is ordered by.
struct Standing {
  TaskId task = TaskId::none;
  Span span;
  Time order{};
  std::size_t tie = 0;
};

class Occupancy {
 public:
  Occupancy(const Timeline& timeline, Time now)
      : timeline_(timeline), now_(now), moment_(timeline, now), starting_(starting_at(timeline, now)) {
    const std::size_t tasks = std::min(timeline.tasks().size(), kOccupancyLookedAt);
    for (std::size_t i = 0; i < tasks; ++i) {
      const Position position = moment_.position(task_id(i));
      if (position.kind == Position::Kind::in_span) standing_.push_back({task_id(i), *position.span, {}, 0});
    }
  }

  std::vector<OccupancyPart> parts() const {
    if (!timeline_.info().mode) return in_no_mode();
    std::vector<OccupancyPart> parts;
    if (is_event_loop(mode())) {
      parts.push_back(ready_queue());
      if (timeline_.counters().highest()[Counter::queued] > 0) parts.push_back(queue_for_threads());
    } else if (mode().first_turn == FirstTurn::queued) {
      parts.push_back(queue());
    }
    parts.push_back(mode().one_worker ? the_worker() : numbered_workers());
    if (mode().waits_free_worker) parts.push_back(timers());
    // The only thread has whatever core there is.
    if (!mode().one_worker || has_threads_beside_loop(timeline_)) parts = with_cores(std::move(parts));
    if (auto awaiting = awaiting_others()) parts.push_back(std::move(*awaiting));
    return parts;
  }

 private:
  template <class Which>
  std::vector<Standing> those(Which which) const {
    std::vector<Standing> found;
    std::copy_if(standing_.begin(), standing_.end(), std::back_inserter(found),
                 [&](const Standing& s) { return which(s.span); });
    return found;
  }

  const ModeTraits& mode() const { return traits(timeline_.info().mode); }

  // "EVENT LOOP, 1 THREAD"; with threads beside it all of them.
  OccupancyPart the_worker() const {
    std::string title = in_capitals(mode().worker);
    if (has_threads_beside_loop(timeline_)) {
      return workers(fmt::format("{}, {} THREADS", title, timeline_.workers().size()));
    }
    if (is_event_loop(mode())) title += ", " + in_capitals(mode().worker_is);
    return workers(std::move(title));
  }

  // "WORKERS, MAX 2"; where nothing limits them, there may be others before and after this moment: "THREADS, 3 OF 5".
  OccupancyPart numbered_workers() const {
    OccupancyPart part = workers(in_capitals(plural(mode().worker)));
    if (mode().has_max_workers) {
      if (const auto most = moment_.max_workers()) part.title += fmt::format(", MAX {}", *most);
      return part;
    }
    const std::size_t all = timeline_.workers().size();
    part.title += fmt::format(", {}", part.items.size());
    if (part.items.size() < all) part.title += fmt::format(" OF {}", all);
    return part;
  }

  // Whoever is without a turn, who has a worker, who waits without one: more is not known.
  std::vector<OccupancyPart> in_no_mode() const {
    OccupancyPart without_turn{"WITHOUT A TURN", {}, "empty"};
    auto list = those([](const Span& span) { return waits_for_turn(span) && span.worker == WorkerId::none; });
    for (Standing& s : list) s.order = s.span.begin;
    sort(list);
    for (const Standing& s : list) {
      without_turn.items.push_back({{}, s.task, look_of(s.span), waiting_since(s.span), {}});
    }
    add_next_to_come(without_turn);
    OccupancyPart waiting{"WAITING, NO WORKER", {}, "none"};
    add_waiting(waiting);
    return with_cores({std::move(without_turn), workers("WORKERS"), std::move(waiting)});
  }

  static void sort(std::vector<Standing>& list) {
    std::stable_sort(list.begin(), list.end(), [](const Standing& a, const Standing& b) {
      return std::pair(a.order, a.tie) < std::pair(b.order, b.tie);
    });
  }

  OccupancyPart queue() const {
    OccupancyPart part{"QUEUE", {}, "empty"};
    auto list = those([](const Span& span) { return span.state == State::queued; });
    for (Standing& s : list) s.order = s.span.begin;
    sort(list);
    for (const Standing& s : list) {
      const Starting* const starting = starting_for(starting_, s.task);
      const std::string until =
          starting == nullptr ? "" : timeline_.workers()[index(starting->worker)].name + " is starting";
      part.items.push_back({{}, s.task, Look::queued, waiting_since(s.span), until});
    }
    if (ends_in_deadlock()) add_left_behind(part);
    add_next_to_come(part);
    return part;
  }

  // For a thread beside the loop.
  OccupancyPart queue_for_threads() const {
    OccupancyPart part{"QUEUE, FOR A THREAD", {}, "empty"};
    auto list = those([](const Span& span) { return span.state == State::queued; });
    for (Standing& s : list) s.order = s.span.begin;
    sort(list);
    for (const Standing& s : list) part.items.push_back({{}, s.task, Look::queued, waiting_since(s.span), {}});
    return part;
  }

  bool ends_in_deadlock() const { return is_deadlocked(timeline_) && now_ >= timeline_.horizon(); }

  // Whoever was queued when nothing went on any more.
  void add_left_behind(OccupancyPart& part) const {
    for (std::size_t i = 0; i < timeline_.tasks().size(); ++i) {
      const TaskTrack& task = timeline_.tasks()[i];
      if (task.submitted && !task.started && !task.finished) {
        part.items.push_back({{}, task_id(i), Look::queued, "for ever", {}});
      }
    }
  }

  std::string waiting_since(const Span& span) const { return "for " + time_text(seconds(now_ - span.begin)); }

  OccupancyPart ready_queue() const {
    OccupancyPart part{"READY QUEUE, FOR THE LOOP", {}, "empty"};
    auto list = those(is_ready_for_loop);
    for (Standing& s : list) order_by_turn(s);
    sort(list);
    for (const Standing& s : list) {
      const std::string_view what = s.span.step == StepId::none ? "to begin" : "to go on";
      part.items.push_back({{}, s.task, Look::ready, std::string(what), waiting_since(s.span)});
    }
    add_next_to_come(part);
    return part;
  }

  // Also whose sleep is over while the loop is held: all that it waits for is a turn.
  static bool is_ready_for_loop(const Span& span) {
    return span.state == State::ready && span.worker == WorkerId::none;
  }

  // The loop's own order, as far as it is on the record: whose turn came first. Else, who was ready first comes first.
  void order_by_turn(Standing& standing) const {
    standing.order = standing.span.end;
    if (standing.span.end == kNever) {
      standing.tie = static_cast<std::size_t>(standing.span.begin.time_since_epoch().count());
      return;
    }
    const auto& turns = timeline_.workers().front().turns;
    auto turn =
        std::partition_point(turns.begin(), turns.end(), [&](const Turn& t) { return t.at < standing.span.end; });
    while (turn != turns.end() && turn->at == standing.span.end && turn->task != standing.task) ++turn;
    standing.tie = static_cast<std::size_t>(turn - turns.begin());
  }

  OccupancyPart workers(std::string title) const {
    OccupancyPart part{std::move(title), {}, "none yet"};
    for (std::size_t i = 0; i < timeline_.workers().size(); ++i) {
      const WorkerTrack& worker = timeline_.workers()[i];
      if (worker.created > now_ || (worker.retired && *worker.retired <= now_)) continue;
      OccupancyItem item{worker.name, TaskId::none, Look::running, {}, {}};
      if (const Span* span = moment_.occupant(worker_id(i)); span != nullptr) {
        item.task = span->task;
        item.look = look_of(*span);
        const std::string_view missing = what_is_missing(*span);
        item.text = missing.empty() ? span_label(timeline_, *span) : fmt::format("waits for {}", missing);
        if (span->end != kNever) item.until = (is_slice(*span) ? "slice until " : "until ") + later_text(span->end);
      } else if (const TaskId stuck = stuck_on(worker); stuck != TaskId::none) {
        item.task = stuck;
        item.look = Look::waiting_held;
        const WaitTarget target = *last_target(timeline_, stuck);
        item.text = target.object != ObjectId::none
                        ? "waits for " + full_name(timeline_.info().objects[index(target.object)])
                        : "awaits " + timeline_.tasks()[index(target.task)].name;
      } else if (const Starting* starting = starting_as(starting_, worker_id(i)); starting != nullptr) {
        item.text = "is starting";
        if (starting->ready) item.text += "; ready at " + later_text(*starting->ready);
      } else {
        item.text = is_beside_loop(timeline_, worker_id(i)) ? "free" : unoccupied();
      }
      part.items.push_back(std::move(item));
    }
    return part;
  }

  // At the end of a deadlocked run, who holds the worker for ever; none otherwise.
  TaskId stuck_on(const WorkerTrack& worker) const {
    if (mode().waits_free_worker || !ends_in_deadlock()) return TaskId::none;
    const TaskId last = worker.turns.empty() ? TaskId::none : worker.turns.back().task;
    return last != TaskId::none && last_target(timeline_, last) ? last : TaskId::none;
  }

  // Those that hold no worker and wait for the ends of others, for which there is no timer.
  std::optional<OccupancyPart> awaiting_others() const {
    OccupancyPart part{"WAITING FOR TASKS", {}, "nobody", {}, PartOf::beside};
    for (const Standing& s : those(awaits_others)) {
      part.items.push_back({{}, s.task, look_of(s.span), "for " + tasks_text(timeline_, still_awaited(s.span)), {}});
    }
    if (mode().waits_free_worker && ends_in_deadlock()) {
      for (const DeadlockLink& link : deadlock_of(timeline_)) {
        if (link.object != ObjectId::none) continue;
        part.items.push_back({{}, link.waiter, Look::waiting_free, "for " + tasks_text(timeline_, {link.holder}), {}});
      }
    }
    return part.items.empty() ? std::nullopt : std::optional(std::move(part));
  }
  // Of those that it awaits together, the ones that have not ended; where all have, it has yet to be told so.
  std::vector<TaskId> still_awaited(const Span& span) const {
    const std::vector<TaskId> awaited = awaited_tasks(timeline_, span);
    std::vector<TaskId> left;
    std::copy_if(awaited.begin(), awaited.end(), std::back_inserter(left), [&](TaskId task) {
      const auto& finished = timeline_.tasks()[index(task)].finished;
      return !finished || *finished > now_;
    });
    return left.empty() ? awaited : left;
  }
  static bool awaits_others(const Span& span) {
    return span.state == State::waiting && span.worker == WorkerId::none && span.cause == Cause::await_task;
  }
  // Whether something is due by itself when its time comes.
  static bool has_timer(const Span& span) {
    return span.state == State::waiting && span.worker == WorkerId::none && span.cause == Cause::sleep;
  }

  // With as many digits as tell it from now.
  std::string later_text(Time time) const {
    const std::string text = time_text(time);
    constexpr double kTold = 0.1;  // of the difference
    return text == time_text(now_) ? moment_text(seconds(time), kTold * seconds(time - now_)) : text;
  }

  // Whether the task goes on with the same computation after waiting for a core or the interpreter's lock.
  bool is_slice(const Span& span) const {
    if (span.state != State::running) return false;
    const auto& spans = timeline_.tasks()[index(span.task)].spans;
    const auto next =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& other) { return other.begin < span.end; });
    return next != spans.end() && (next->cause == Cause::core || next->cause == Cause::gil);
  }

  // Below who is here, who comes next.
  void add_next_to_come(OccupancyPart& part) const {
    const TaskInfo* next = nullptr;
    for (const TaskInfo& task : timeline_.info().tasks) {
      if (task.planned > now_ && (next == nullptr || task.planned < next->planned)) next = &task;
    }
    if (next == nullptr) return;
    part.items.push_back({{}, TaskId::none, {}, next->name + " comes", "at " + time_text(*next->planned)});
  }

  std::string unoccupied() const {
    if (!timeline_.info().mode) return "free";
    if (!mode().waits_free_worker) return tasks_come() ? "waits for a task" : "no task left";
    const bool ready =
        std::any_of(standing_.begin(), standing_.end(), [](const Standing& s) { return s.span.state == State::ready; });
    if (ready) return "takes the next one";
    const bool timed =
        std::any_of(standing_.begin(), standing_.end(), [](const Standing& s) { return has_timer(s.span); });
    return timed ? "free until a timer is due" : "free";
  }

  // Whether a task has yet to be taken by a worker.
  bool tasks_come() const {
    const auto& tasks = timeline_.tasks();
    return std::any_of(tasks.begin(), tasks.end(),
                       [&](const TaskTrack& task) { return task.started ? *task.started > now_ : !timeline_.end(); });
  }

  OccupancyPart timers() const {
    OccupancyPart part{"TIMERS, NEXT FIRST", {}, "nobody sleeps", "when due: ready again"};
    add_waiting(part);
    return part;
  }

  // Who is due first comes first.
  void add_waiting(OccupancyPart& part) const {
    // Whoever waits for what tasks share has no timer: it stands beside that. Nor has who awaits others, of whom in no
    // mode nothing else tells.
    const bool has_mode = timeline_.info().mode.has_value();
    auto list = those([&](const Span& span) { return has_timer(span) || (!has_mode && awaits_others(span)); });
    for (Standing& s : list) s.order = s.span.end != kNever ? s.span.end : timeline_.due(s.task);
    sort(list);
    for (const Standing& s : list) {
      const std::string until = s.order == kNever ? "" : "until " + later_text(s.order);
      part.items.push_back({{}, s.task, Look::waiting_free, until, {}});
    }
  }

  // Where tasks compute, the cores they share belong to it.
  std::vector<OccupancyPart> with_cores(std::vector<OccupancyPart> parts) const {
    const RunInfo& run = timeline_.info();
    if (!run.computes || !run.cores) return parts;
    if (shares_gil(run)) {
      parts.push_back(interpreter());
      return parts;
    }
    OccupancyPart part{fmt::format("CORES, {}", *run.cores), {}, {}};
    for (const Standing& s : those([](const Span& span) { return span.state == State::running; })) {
      part.items.push_back({{}, s.task, Look::running, {}, {}});
    }
    const auto cores = static_cast<std::size_t>(*run.cores);
    if (part.items.size() < cores) {
      const std::size_t free = cores - part.items.size();
      part.items.push_back({{}, TaskId::none, {}, fmt::format("{} {} free", free, free == 1 ? "core" : "cores"), {}});
    }
    const auto without = those([](const Span& span) { return span.cause == Cause::core; });
    if (!without.empty()) part.items.push_back({{}, TaskId::none, {}, "without a core:", {}});
    for (const Standing& s : without) part.items.push_back({{}, s.task, Look::ready, {}, {}});
    parts.push_back(std::move(part));
    return parts;
  }

  // Its lock is all that threads share which need it to go on: then one of them computes, and cores do not matter.
  OccupancyPart interpreter() const {
    OccupancyPart part{"PYTHON, 1 GIL", {}, {}};
    for (const Standing& s : those([](const Span& span) { return span.state == State::running; })) {
      part.items.push_back({{}, s.task, Look::running, "has it", {}});
    }
    if (part.items.empty()) part.items.push_back({{}, TaskId::none, {}, "nobody has it", {}});
    auto without = those([](const Span& span) { return span.cause == Cause::gil; });
    for (Standing& s : without) s.order = s.span.begin;
    sort(without);
    if (!without.empty()) part.items.push_back({{}, TaskId::none, {}, "in line for it:", {}});
    for (const Standing& s : without) part.items.push_back({{}, s.task, Look::ready, waiting_since(s.span), {}});
    return part;
  }

  const Timeline& timeline_;
  Time now_;
  Moment moment_;
  std::vector<Standing> standing_;
  std::vector<Starting> starting_;
};

}  // namespace

std::vector<OccupancyPart> occupancy_at(const Timeline& timeline, Time now, const std::vector<SharingMark>& marks) {
  auto parts = Occupancy(timeline, now).parts();
  if (auto ended = ended_at(timeline, now)) parts.push_back(std::move(*ended));
  if (auto shared = shared_at(timeline, now, marks)) parts.push_back(std::move(*shared));
  return parts;
}

}  // namespace interleave::gui
