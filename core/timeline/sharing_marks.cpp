#include "core/timeline/sharing_marks.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "core/timeline/beside_loop.h"
#include "core/timeline/vector_clock.h"

namespace interleave {
namespace {

// So many numbers in all clocks together, and joins of as many.
constexpr std::size_t kMostClocks = 4'000'000;
constexpr std::size_t kMostJoined = 200'000'000;

// A task's access of a variable, at the task's own time.
struct Accessed {
  std::size_t task = 0;
  std::uint32_t time = 0;
  std::size_t access = 0;
};

class OrderFinder {
 public:
  explicit OrderFinder(const Timeline& timeline) : timeline_(timeline), objects_(timeline.info().objects.size()) {
    is_loop_ = is_event_loop(traits(timeline.info().mode));
    for (std::size_t i = 1; is_loop_ && i < timeline.workers().size(); ++i) {
      for (const Turn& turn : timeline.workers()[i].turns) beside_loop_.insert(turn.task);
    }
    for (const Access& access : timeline.accesses()) number_of(access.task);
    if (is_loop_) number_of(TaskId::none);
    for (const OrderLink& link : timeline.links()) {
      number_of(link.before);
      number_of(link.behind);
    }
    const std::size_t tasks = numbers_.size();
    const std::size_t steps = timeline.accesses().size() + timeline.links().size();
    if (tasks * tasks > kMostClocks || tasks * steps > kMostJoined) return;
    clocks_.assign(tasks, VectorClock(tasks));
    for (std::size_t i = 0; i < tasks; ++i) clocks_[i].tick(i);
  }

  void find(std::vector<SharingMark>& marks) {
    if (clocks_.empty()) return;
    std::size_t linked = 0;
    const auto links = timeline_.links();
    for (std::size_t at = 0; at < timeline_.accesses().size(); ++at) {
      for (; linked < links.size() && links[linked].accesses <= at; ++linked) follow(links[linked]);
      take(at, marks);
    }
  }

 private:
  struct Object {
    std::optional<Accessed> written;
    std::vector<Accessed> reads = {};    // since then, the last one of each task
    std::deque<VectorClock> given = {};  // by releases, or by puts, in order
    std::deque<VectorClock> freed = {};  // by gets
    std::int64_t uses = 0;               // acquisitions, or puts
  };

  // The tasks of a loop are in its order, and count as one.
  std::size_t number_of(TaskId task) {
    const bool is_on_loop = is_loop_ && !beside_loop_.contains(task);
    return numbers_.emplace(is_on_loop ? TaskId::none : task, numbers_.size()).first->second;
  }

  void follow(const OrderLink& link) {
    if (link.before == link.behind) return exchange(number_of(link.before), number_of(TaskId::none));
    const std::size_t before = number_of(link.before);
    clocks_[number_of(link.behind)].join(clocks_[before]);
    clocks_[before].tick(before);
  }

  // Between a thread beside a loop, before it begins or behind its end, and the loop.
  void exchange(std::size_t thread, std::size_t loop) {
    clocks_[thread].join(clocks_[loop]);
    clocks_[loop].join(clocks_[thread]);
    clocks_[thread].tick(thread);
    clocks_[loop].tick(loop);
  }

  bool is_known(const Accessed& earlier, std::size_t task) const {
    return earlier.task == task || earlier.time <= clocks_[task][earlier.task];
  }

  void take(std::size_t at, std::vector<SharingMark>& marks) {
    const Access& access = timeline_.accesses()[at];
    const std::size_t task = number_of(access.task);
    const SharedObject& what = timeline_.info().objects[index(access.object)];
    Object& object = objects_[index(access.object)];
    VectorClock& clock = clocks_[task];
    switch (access.kind) {
      case AccessKind::read:
      case AccessKind::written:
        return take_variable(object, access, {task, clock[task], at}, marks);
      case AccessKind::acquired:
        // What comes by the n-th release is had by the acquisition that many after the first permits.
        if (++object.uses > what.number) receive(object.given, clock);
        break;
      case AccessKind::put:
        if (what.number > 0 && ++object.uses > what.number) receive(object.freed, clock);
        object.given.push_back(clock);
        break;
      case AccessKind::released:
        object.given.push_back(clock);
        break;
      case AccessKind::got:
        receive(object.given, clock);
        object.freed.push_back(clock);
        break;
    }
    clock.tick(task);
  }

  static void receive(std::deque<VectorClock>& from, VectorClock& clock) {
    if (from.empty()) return;
    clock.join(from.front());
    from.pop_front();
  }

  void take_variable(Object& variable, const Access& access, const Accessed& now,
                     std::vector<SharingMark>& marks) const {
    const auto is_unordered = [&](const Accessed& earlier) { return !is_known(earlier, now.task); };
    if (variable.written && is_unordered(*variable.written)) {
      marks.push_back({SharingMark::Kind::unordered, now.access, variable.written->access, std::nullopt});
    } else if (access.kind == AccessKind::written) {
      const auto read = std::find_if(variable.reads.begin(), variable.reads.end(), is_unordered);
      if (read != variable.reads.end()) {
        marks.push_back({SharingMark::Kind::unordered, now.access, read->access, std::nullopt});
      }
    }
    if (access.kind == AccessKind::written) {
      variable.written = now;
      variable.reads.clear();
      return;
    }
    std::erase_if(variable.reads, [&](const Accessed& earlier) { return earlier.task == now.task; });
    variable.reads.push_back(now);
  }

  const Timeline& timeline_;
  bool is_loop_ = false;
  std::unordered_set<TaskId> beside_loop_;
  std::unordered_map<TaskId, std::size_t> numbers_;  // of the tasks that count
  std::vector<VectorClock> clocks_;                  // by that number; empty where there are too many
  std::vector<Object> objects_;
};

}  // namespace

std::vector<SharingMark> stale_marks_of(const Timeline& timeline) {
  std::vector<SharingMark> marks;
  for (const StaleWriteMark& stale : timeline.stale_writes()) {
    const bool is_lost = stale.kind == StaleWrite::lost_update;
    marks.push_back({is_lost ? SharingMark::Kind::lost_update : SharingMark::Kind::stale_decision, stale.write,
                     stale.other, stale.read});
  }
  return marks;
}

std::vector<SharingMark> marks_of(const Timeline& timeline) {
  std::vector<SharingMark> marks = stale_marks_of(timeline);
  const bool is_loop_alone = is_event_loop(traits(timeline.info().mode)) && !has_threads_beside_loop(timeline);
  if (!is_loop_alone) OrderFinder(timeline).find(marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const SharingMark& a, const SharingMark& b) { return a.access < b.access; });
  return marks;
}

}  // namespace interleave
