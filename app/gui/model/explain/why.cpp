#include "app/gui/model/explain/why.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/explain/starting.h"
#include "app/gui/model/explain/workers_text.h"
#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/picture/time_text.h"
#include "core/looks/wording.h"
#include "core/timeline/beside_loop.h"
#include "core/timeline/ends.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostNamed = 3;

class Explainer {
 public:
  Explainer(const Timeline& timeline, SpanRef ref, Time now)
      : timeline_(timeline), ref_(ref), track_(timeline.tasks()[index(ref.task)]), span_(track_.spans[ref.span]) {
    const Time last = span_.end == kNever ? std::max(span_.begin, timeline.horizon()) : span_.end - Duration{1};
    asked_at_ = now >= span_.begin && now <= last ? now : last;
  }

  Why explain() const {
    Why why = in_its_state();
    add_end(why);
    return why;
  }

 private:
  Why in_its_state() const {
    switch (span_.state) {
      case State::queued:
        return queued();
      case State::ready:
        return ready();
      case State::running:
        return {running(), {}};
      case State::waiting:
        break;
    }
    if (awaited() != ObjectId::none) return waiting_for_object();
    if (const auto tasks = awaited_tasks(timeline_, span_); !tasks.empty()) return waiting_for_ends(tasks);
    return {waiting(), {}};
  }

  // What ended it too early, and how the task ended with it, unless well.
  void add_end(Why& why) const {
    const auto end = end_of(track_);
    const bool is_last = ref_.span + 1 == track_.spans.size();
    const bool ended_badly = end == TaskEnd::failed || end == TaskEnd::timed_out || end == TaskEnd::cancelled;
    if (is_cancelled_here()) {
      if (track_.cancelled->by != TaskId::none) why.ended_by = last_ended_by(track_.cancelled->by, span_.end);
      if (!is_last) why.sentence += " It is cancelled then" + by_whom() + ".";
    } else if (is_timed_out()) {
      why.ended_by = {};
      if (!is_last) why.sentence += fmt::format(" Its time is up at {}, and it gives up.", time_text(span_.end));
    }
    if (!is_last || !ended_badly) return;
    for (const std::string& sentence : end_sentences(timeline_, ref_.task)) why.sentence += " " + sentence;
  }

  bool is_cancelled_here() const { return cancelled_in(track_) == ref_.span; }
  std::string by_whom() const {
    return track_.cancelled->by == TaskId::none ? ", as the main program left"
                                                : ", by " + name_of(track_.cancelled->by);
  }

  bool is_timed_out() const {
    const auto timeouts = timeouts_of(timeline_, ref_.task);
    return std::any_of(timeouts.begin(), timeouts.end(), [&](const Timeout& t) { return t.span == ref_.span; });
  }

  const std::string& me() const { return track_.name; }
  const std::string& name_of(TaskId task) const { return timeline_.tasks()[index(task)].name; }
  const std::string& worker_name(WorkerId worker) const { return timeline_.workers()[index(worker)].name; }

  // " until 5.00 s", or nothing where the end is not known yet.
  static std::string until(Time end) { return end == kNever ? "" : " until " + time_text(end); }

  // What a task on a worker does there, said of one and of several.
  struct Doing {
    std::string one;
    std::string several;
    friend bool operator==(const Doing&, const Doing&) = default;
  };
  Doing doing(const Span& span) const {
    if (span.state == State::running) return {"computes", "compute"};
    if (span.cause == Cause::gil) return {"waits for the GIL", "wait for the GIL"};
    if (span.state == State::ready) return {"waits for a core", "wait for a core"};
    if (const ObjectId object = target_of(timeline_.tasks()[index(span.task)], span); object != ObjectId::none) {
      const std::string what = object_text(timeline_.info(), object);
      return {"waits for " + what, "wait for " + what};
    }
    if (const StepInfo* step = known_step(timeline_.info(), span.step)) return {step->word + "s", step->word};
    if (span.cause == Cause::sleep) return {"sleeps", "sleep"};
    return {"waits", "wait"};
  }

  // Those that have a worker at the moment in question, by worker.
  std::vector<Span> occupants() const {
    std::vector<Span> found;
    const Moment moment(timeline_, asked_at_);
    for (std::size_t i = 0; i < timeline_.workers().size(); ++i) {
      const Span* span = moment.occupant(worker_id(i));
      if (span != nullptr && span->task != ref_.task) found.push_back(*span);
    }
    return found;
  }

  // "coffee and food, which sleep"; "a, b, c and 4 others".
  std::string named(const std::vector<Span>& spans) const {
    std::string text;
    const std::size_t shown = spans.size() > kMostNamed + 1 ? kMostNamed : spans.size();
    for (std::size_t i = 0; i < shown; ++i) {
      const bool last = i + 1 == spans.size();
      if (i > 0) text += last ? " and " : ", ";
      text += name_of(spans[i].task);
    }
    if (shown < spans.size()) text += fmt::format(" and {} others", spans.size() - shown);
    if (spans.empty()) return text;
    const Doing first = doing(spans.front());
    const bool alike = std::all_of(spans.begin(), spans.end(), [&](const Span& s) { return doing(s) == first; });
    return alike ? text + fmt::format(", which {}", spans.size() == 1 ? first.one : first.several) : text;
  }

  // The last span on that worker that ended by then, of another task.
  std::optional<SpanRef> ended_on(WorkerId worker, Time time) const {
    if (worker == WorkerId::none || time == kNever) return std::nullopt;
    const auto& spans = timeline_.workers()[index(worker)].spans;
    const auto after = std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.end <= time; });
    if (after == spans.begin() || (after - 1)->task == ref_.task) return std::nullopt;
    return ref_of(*(after - 1));
  }

  SpanRef ref_of(const Span& span) const {
    const auto& spans = timeline_.tasks()[index(span.task)].spans;
    const auto found =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.begin < span.begin; });
    return {span.task, static_cast<std::size_t>(found - spans.begin())};
  }

  // The worker on which it goes on after this span.
  WorkerId next_worker() const {
    if (ref_.span + 1 < track_.spans.size()) return track_.spans[ref_.span + 1].worker;
    return WorkerId::none;
  }

  Why queued() const {
    const auto starting = starting_at(timeline_, asked_at_);
    if (const Starting* one = starting_for(starting, ref_.task); one != nullptr) return queued_for(*one);
    Why why;
    auto holders = occupants();
    std::size_t workers = timeline_.workers().size();
    if (has_threads_beside_loop(timeline_)) {
      --workers;
      std::erase_if(holders, [this](const Span& span) { return !is_beside_loop(timeline_, span.worker); });
      if (holders.size() < workers) holders.clear();
    }
    why.sentence = fmt::format("{} is queued: {} {} held, by {}", me(), workers_text(timeline_),
                               workers == 1 ? "is" : "are", named(holders));
    why.ended_by = ended_on(next_worker(), span_.end);
    if (why.ended_by)
      why.sentence +=
          fmt::format("; it starts when {} ends, at {}.", name_of(why.ended_by->task), time_text(span_.end));
    else if (span_.end != kNever)
      why.sentence += fmt::format("; it starts at {}.", time_text(span_.end));
    else
      why.sentence += "; it starts when one of them ends.";
    if (holders.empty()) why.sentence = fmt::format("{} is queued: no worker has taken it yet.", me());
    return why;
  }

  // A process that is not there yet.
  Why queued_for(const Starting& starting) const {
    std::string sentence = fmt::format("{} is queued: {} is starting", me(), worker_name(starting.worker));
    if (!starting.ready) return {sentence + ", and takes it then.", {}};
    sentence += fmt::format(", which takes {}", time_text(seconds(*starting.ready - starting.created)));
    return {fmt::format("{}; it starts at {}.", sentence, time_text(*starting.ready)), {}};
  }

  Why ready() const {
    if (span_.cause == Cause::loop) return ready_for_turn();
    if (span_.cause == Cause::core) return ready_for_core();
    if (span_.cause == Cause::gil) return ready_for_gil();
    return {fmt::format("{} is ready: it could go on, and has no turn yet.", me()), {}};
  }

  Why ready_for_turn() const {
    Why why;
    auto holders = occupants();
    const auto is_beside = [this](const Span& span) { return is_beside_loop(timeline_, span.worker); };
    const auto computing = std::find_if(holders.begin(), holders.end(), [&](const Span& span) {
      return is_beside(span) && span.state == State::running && timeline_.info().gil;
    });
    const std::string has_gil = computing == holders.end() ? "" : name_of(computing->task);
    std::erase_if(holders, is_beside);
    if (holders.empty() && !has_gil.empty()) {
      why.sentence = fmt::format("{} is ready, but the event loop waits for the GIL, which {} has.", me(), has_gil);
      return why;
    }
    if (holders.empty()) {
      why.sentence = fmt::format("{} is ready and gets its turn in the loop's next round.", me());
      return why;
    }
    const Span& holder = holders.front();
    const bool is_created = !track_.created || *track_.created <= asked_at_;
    why.sentence = me();
    why.sentence += is_created ? " is ready, but " : " is due, but the main program has no turn to create it, as ";
    why.sentence += fmt::format("{} has the event loop: it {}{}, without awaiting", name_of(holder.task),
                                doing(holder).one, until(holder.end));
    why.ended_by = ended_on(WorkerId{0}, span_.end);
    why.sentence += span_.end == kNever ? "." : fmt::format("; its turn comes at {}.", time_text(span_.end));
    return why;
  }

  Why ready_for_core() const {
    Why why;
    if (span_.step == StepId::none) {
      why.sentence = fmt::format("{}'s thread was made, and the system has not started it yet.", me());
      return why;
    }
    auto computing = occupants();
    std::erase_if(computing, [](const Span& span) { return span.state != State::running; });
    why.sentence = fmt::format("{} could compute, but every core is taken, by {}", me(), named(computing));
    for (const Span& span : computing) {
      if (span.end == span_.end) why.ended_by = ref_of(span);
    }
    if (why.ended_by)
      why.sentence += fmt::format("; it gets the core of {} at {}.", name_of(why.ended_by->task), time_text(span_.end));
    else
      why.sentence += span_.end == kNever ? "." : fmt::format("; it gets one at {}.", time_text(span_.end));
    return why;
  }

  Why ready_for_gil() const {
    Why why;
    auto computing = occupants();
    std::erase_if(computing, [](const Span& span) { return span.state != State::running; });
    why.sentence = fmt::format("{} could {}, but the GIL lets one thread at a time go on", me(),
                               span_.step == StepId::none ? "begin" : "go on");
    if (!computing.empty()) why.sentence += fmt::format(", and {} has it", name_of(computing.front().task));
    // Of other programs it is not recorded who has it.
    if (timeline_.info().gil) why.ended_by = computing_until(span_.end);
    if (why.ended_by)
      why.sentence += fmt::format("; it gets it from {} at {}.", name_of(why.ended_by->task), time_text(span_.end));
    else
      why.sentence += span_.end == kNever ? "." : fmt::format("; it gets it at {}.", time_text(span_.end));
    return why;
  }

  // The computation of another task that ended then.
  std::optional<SpanRef> computing_until(Time time) const {
    for (const WorkerTrack& worker : timeline_.workers()) {
      const auto& spans = worker.spans;
      const auto after = std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.end <= time; });
      if (after == spans.begin()) continue;
      const Span& last = *(after - 1);
      if (last.end == time && last.state == State::running && last.task != ref_.task) return ref_of(last);
    }
    return std::nullopt;
  }

  std::string running() const {
    if (span_.worker == WorkerId::none) return fmt::format("{} runs{}.", me(), until(span_.end));
    return fmt::format("{} computes on {}{}: it {} and its worker.", me(), worker_name(span_.worker), until(span_.end),
                       what_it_takes());
  }

  std::string_view what_it_takes() const {
    const RunInfo& run = timeline_.info();
    const bool has_threads = !traits(run.mode).one_worker || has_threads_beside_loop(timeline_);
    if (!run.gil || !has_threads) return "uses a core";
    return shares_gil(run) ? "has the GIL, uses a core" : "has the GIL of its own process, uses a core";
  }

  ObjectId awaited() const { return target_of(track_, span_); }

  // What the worker is to others meanwhile.
  std::string holding() const {
    return span_.worker == WorkerId::none ? "" : fmt::format(" It holds {} meanwhile.", its_worker());
  }

  std::string its_worker() const {
    const ModeTraits& mode = traits(timeline_.info().mode);
    const bool is_only = mode.one_worker && !is_beside_loop(timeline_, span_.worker);
    return is_only ? fmt::format("the {}", mode.worker) : worker_name(span_.worker);
  }

  Why waiting_for_object() const {
    Why why;
    const Time horizon = timeline_.horizon();
    why.sentence = fmt::format("{} waits for {}", me(), awaited_text(timeline_, awaited(), asked_at_));
    if (const Access* use = ending_use()) {
      const std::string_view does = use->kind == AccessKind::put   ? "puts something into it"
                                    : use->kind == AccessKind::got ? "takes something from it"
                                                                   : "releases it";
      why.sentence += fmt::format("; {} {} at {}", name_of(use->task), does, time_text(span_.end));
      why.ended_by = last_ended_by(use->task, span_.end);
    } else if (span_.end == horizon && track_.outcome == Outcome::deadlocked) {
      why.sentence += "; nobody is left who could end that: a deadlock";
    }
    why.sentence += "." + holding();
    return why;
  }

  Why waiting_for_ends(const std::vector<TaskId>& tasks) const {
    Why why;
    why.sentence = fmt::format("{} waits for {}", me(), awaited_text(timeline_, span_, asked_at_));
    const bool is_over = span_.end != kNever && !is_cancelled_here() && !is_timed_out();
    if (span_.end == timeline_.horizon() && track_.outcome == Outcome::deadlocked) {
      why.sentence += "; that never comes: a deadlock";
    } else if (const TaskId last = is_over ? last_ended(tasks) : TaskId::none; last != TaskId::none) {
      const TaskTrack& other = timeline_.tasks()[index(last)];
      const std::string_view does = other.outcome == Outcome::failed      ? "fails"
                                    : other.outcome == Outcome::cancelled ? "is cancelled, and ends"
                                                                          : "ends";
      why.sentence += fmt::format("; {} {} at {}", other.name, does, time_text(*other.finished));
      why.ended_by = last_ended_by(last, *other.finished);
    }
    why.sentence += "." + holding();
    return why;
  }

  // The one of them that ended last before the wait did.
  TaskId last_ended(const std::vector<TaskId>& tasks) const {
    TaskId last = TaskId::none;
    for (const TaskId task : tasks) {
      const auto& finished = timeline_.tasks()[index(task)].finished;
      if (!finished || *finished > span_.end) continue;
      if (last == TaskId::none || *finished >= *timeline_.tasks()[index(last)].finished) last = task;
    }
    return last;
  }

  // The use by another task that let it go on.
  const Access* ending_use() const {
    const auto accesses = timeline_.accesses();
    auto access = std::partition_point(accesses.begin(), accesses.end(),
                                       [&](const Access& other) { return other.time < span_.end; });
    for (; access != accesses.end() && access->time == span_.end; ++access) {
      const bool helps =
          access->kind == AccessKind::released || access->kind == AccessKind::put || access->kind == AccessKind::got;
      if (access->object == awaited() && access->task != ref_.task && helps) return &*access;
    }
    return nullptr;
  }

  // The task's span that ended then.
  std::optional<SpanRef> last_ended_by(TaskId task, Time time) const {
    const auto& spans = timeline_.tasks()[index(task)].spans;
    const auto after = std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.end <= time; });
    if (after == spans.begin() || (after - 1)->end != time) return std::nullopt;
    return SpanRef{task, static_cast<std::size_t>(after - 1 - spans.begin())};
  }

  std::string waiting() const {
    const ModeTraits& mode = traits(timeline_.info().mode);
    if (span_.worker == WorkerId::none && !is_event_loop(mode)) {
      return fmt::format("{} {}{}, and holds no worker meanwhile.", me(), doing(span_).one, until(span_.end));
    }
    if (span_.worker == WorkerId::none) {
      return fmt::format("{} awaits its sleep{}, and holds no worker: the event loop serves others meanwhile.", me(),
                         until(span_.end));
    }
    return fmt::format("{} {}{} and holds {} meanwhile: {}.", me(), doing(span_).one, until(span_.end), its_worker(),
                       is_beside_loop(timeline_, span_.worker) ? "the event loop goes on"
                       : is_event_loop(mode)                   ? "no other task gets a turn"
                                                               : "nobody else can use it");
  }

  const Timeline& timeline_;
  SpanRef ref_;
  const TaskTrack& track_;
  const Span& span_;
  Time asked_at_{};
};

}  // namespace

Why why(const Timeline& timeline, SpanRef ref, Time now) { return Explainer(timeline, ref, now).explain(); }

}  // namespace interleave::gui
