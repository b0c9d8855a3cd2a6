#include "core/timeline/deadlock.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_map>

#include "core/timeline/holders.h"

namespace interleave {
namespace {

constexpr std::size_t kMostTold = 5;

// The positions of links that wait in a circle, in order; empty where none do.
std::vector<std::size_t> find_circle(const std::vector<DeadlockLink>& links) {
  std::unordered_map<TaskId, std::size_t> waiting;
  for (std::size_t at = 0; at < links.size(); ++at) waiting.emplace(links[at].waiter, at);
  std::vector<std::size_t> visit(links.size(), links.size());  // from which link on each was come by
  for (std::size_t start = 0; start < links.size(); ++start) {
    std::vector<std::size_t> way;
    for (std::size_t at = start; visit[at] == links.size();) {
      visit[at] = start;
      way.push_back(at);
      const auto next = waiting.find(links[at].holder);
      if (next == waiting.end()) break;
      at = next->second;
      if (visit[at] != start) continue;
      way.erase(way.begin(), std::find(way.begin(), way.end(), at));
      return way;
    }
  }
  return {};
}

// As the end of a sentence.
std::string_view what_is_missing(std::string_view deed) {
  if (deed == "put") return ", into which nobody is left to put";
  if (deed == "take") return ", from which nobody is left to take";
  return deed == "start" ? ", which nobody is left to start" : ", which nobody is left to release";
}

// Whether there is nothing in the queue at the end; else it is full, where tasks wait for it.
bool ends_empty(const Timeline& timeline, ObjectId queue) {
  std::int64_t items = 0;
  for (const Access& access : timeline.accesses()) {
    if (access.object != queue) continue;
    items += access.kind == AccessKind::put ? 1 : access.kind == AccessKind::got ? -1 : 0;
  }
  return items <= 0;
}

// Of the tasks that one of the links awaits, those that are queued for a worker: the one who awaits it has one.
std::vector<DeadlockLink> links_to_workers(const Timeline& timeline, const std::vector<DeadlockLink>& links) {
  std::vector<DeadlockLink> more;
  if (!traits(timeline.info().mode).has_max_workers) return more;
  for (const DeadlockLink& link : links) {
    if (link.object != ObjectId::none || link.holder == TaskId::none) continue;
    const TaskTrack& awaited = timeline.tasks()[index(link.holder)];
    const bool is_queued = awaited.submitted && !awaited.started && !awaited.finished;
    const bool is_told =
        std::any_of(more.begin(), more.end(), [&](const DeadlockLink& other) { return other.waiter == link.holder; });
    if (is_queued && !is_told) more.push_back({link.holder, ObjectId::none, link.waiter, *awaited.submitted, true});
  }
  return more;
}

// `before` is the link of who waits for this one in a circle, or null.
std::string sentence(const Timeline& timeline, const DeadlockLink& link, const DeadlockLink* before) {
  const RunInfo& info = timeline.info();
  const auto name_of = [&](ObjectId object) { return full_name(info.objects[index(object)]); };
  const std::string_view waiter = info.tasks[index(link.waiter)].name;
  const std::string_view deed = missing_deed(timeline, link);
  const std::string_view missing = deed.empty() ? "" : what_is_missing(deed);
  if (link.object == ObjectId::none) {
    const TaskTrack& awaited = timeline.tasks()[index(link.holder)];
    const bool is_queued = awaited.submitted && !awaited.started;
    return fmt::format("{} awaits {}{}", waiter, awaited.name, is_queued ? ", which waits for a worker" : missing);
  }
  if (before != nullptr && before->object != ObjectId::none) {
    return fmt::format("{} holds {} and waits for {}", waiter, name_of(before->object), name_of(link.object));
  }
  if (link.holder == TaskId::none) {
    return fmt::format("{} waits for {}{}", waiter, name_of(link.object), missing);
  }
  return fmt::format("{} waits for {}, held by {}", waiter, name_of(link.object), info.tasks[index(link.holder)].name);
}

}  // namespace

std::optional<WaitTarget> last_target(const Timeline& timeline, TaskId task) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  if (track.outcome && *track.outcome != Outcome::deadlocked) return std::nullopt;
  if (!track.spans.empty()) {
    const Span& last = track.spans.back();
    const WaitTarget target = wait_target(track, last);
    const bool is_known = target.object != ObjectId::none || target.task != TaskId::none;
    if (is_known) return WaitTarget{last.begin, target.object, target.task};
  }
  const bool ended_so = timeline.finished() && !track.targets.empty() && track.targets.back().at >= timeline.horizon();
  return ended_so ? std::optional(track.targets.back()) : std::nullopt;
}

std::vector<DeadlockLink> deadlock_of(const Timeline& timeline) {
  const std::vector<TaskId> holders = holders_at_end(timeline);
  std::vector<DeadlockLink> links;
  for (std::size_t at = 0; at < timeline.tasks().size(); ++at) {
    const auto target = last_target(timeline, task_id(at));
    if (!target) continue;
    const bool awaits = target->object == ObjectId::none;
    links.push_back({task_id(at), target->object, awaits ? target->task : holders[index(target->object)], target->at});
  }
  const std::vector<DeadlockLink> more = links_to_workers(timeline, links);
  links.insert(links.end(), more.begin(), more.end());
  std::vector<DeadlockLink> ordered;
  const std::vector<std::size_t> circle = find_circle(links);
  for (const std::size_t at : circle) ordered.push_back(links[at]);
  for (std::size_t at = 0; at < links.size(); ++at) {
    if (std::find(circle.begin(), circle.end(), at) == circle.end()) ordered.push_back(links[at]);
  }
  return ordered;
}

std::string_view missing_deed(const Timeline& timeline, const DeadlockLink& link) {
  if (link.for_worker) return "";
  if (link.object == ObjectId::none) {
    return timeline.tasks()[index(link.holder)].submitted ? "" : "start";
  }
  if (timeline.info().objects[index(link.object)].kind == ObjectKind::queue) {
    return ends_empty(timeline, link.object) ? "put" : "take";
  }
  return link.holder == TaskId::none ? "release" : "";
}

std::size_t circle_length(const std::vector<DeadlockLink>& links) {
  for (std::size_t at = 0; at < links.size(); ++at) {
    if (links[at].holder == links.front().waiter) return at + 1;
    if (at + 1 == links.size() || links[at].holder != links[at + 1].waiter) return 0;
  }
  return 0;
}

std::string describe_deadlock(const Timeline& timeline) {
  const std::vector<DeadlockLink> links = deadlock_of(timeline);
  const std::size_t circle = circle_length(links);
  std::vector<std::string> told;
  std::size_t more = 0;
  for (std::size_t at = 0; at < links.size(); ++at) {
    const DeadlockLink* const before = at < circle ? &links[(at + circle - 1) % circle] : nullptr;
    // Who awaits the one that is queued tells of that.
    if (links[at].for_worker) continue;
    told.size() < kMostTold ? told.push_back(sentence(timeline, links[at], before)) : void(++more);
  }
  if (more > 0) told.push_back(fmt::format("and {} more", more));
  return told.empty() ? "every task waits for another" : fmt::format("{}", fmt::join(told, "; "));
}

}  // namespace interleave
