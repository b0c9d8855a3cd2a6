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

// What nobody is left to do that would help, as the end of a sentence.
std::string_view what_is_missing(const RunInfo& info, const DeadlockLink& link) {
  if (info.objects[index(link.object)].kind != ObjectKind::queue) return ", which nobody is left to release";
  if (index(link.step) >= info.steps.size()) return ", to which nobody is left";
  const bool puts = info.steps[index(link.step)].word == "put";
  return puts ? ", from which nobody is left to take" : ", into which nobody is left to put";
}

// `before` is the link of who waits for this one in a circle, or null.
std::string sentence(const Timeline& timeline, const DeadlockLink& link, const DeadlockLink* before) {
  const RunInfo& info = timeline.info();
  const auto name_of = [&](ObjectId object) { return std::string_view(info.objects[index(object)].name); };
  const std::string_view waiter = info.tasks[index(link.waiter)].name;
  if (link.object == ObjectId::none) {
    const TaskTrack& awaited = timeline.tasks()[index(link.holder)];
    const std::string_view why = awaited.started     ? ""
                                 : awaited.submitted ? ", which waits for a worker"
                                                     : ", which nobody is left to start";
    return fmt::format("{} awaits {}{}", waiter, awaited.name, why);
  }
  if (before != nullptr && before->object != ObjectId::none) {
    return fmt::format("{} holds {} and waits for {}", waiter, name_of(before->object), name_of(link.object));
  }
  if (link.holder == TaskId::none) {
    return fmt::format("{} waits for {}{}", waiter, name_of(link.object), what_is_missing(info, link));
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
    const auto& spans = timeline.tasks()[at].spans;
    const bool told = !spans.empty() && spans.back().begin == target->at;
    const bool awaits = target->object == ObjectId::none;
    links.push_back({task_id(at), target->object, told ? spans.back().step : StepId::none,
                     awaits ? target->task : holders[index(target->object)], target->at});
  }
  std::vector<DeadlockLink> ordered;
  const std::vector<std::size_t> circle = find_circle(links);
  for (const std::size_t at : circle) ordered.push_back(links[at]);
  for (std::size_t at = 0; at < links.size(); ++at) {
    if (std::find(circle.begin(), circle.end(), at) == circle.end()) ordered.push_back(links[at]);
  }
  return ordered;
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
  for (std::size_t at = 0; at < std::min(links.size(), kMostTold); ++at) {
    const DeadlockLink* const before = at < circle ? &links[(at + circle - 1) % circle] : nullptr;
    told.push_back(sentence(timeline, links[at], before));
  }
  if (links.size() > kMostTold) told.push_back(fmt::format("and {} more", links.size() - kMostTold));
  return told.empty() ? "every task waits for another" : fmt::format("{}", fmt::join(told, "; "));
}

}  // namespace interleave
