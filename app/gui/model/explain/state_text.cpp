#include "app/gui/model/explain/state_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "core/timeline/holders.h"
#include "core/timeline/shared_history.h"

namespace interleave::gui {

namespace {

std::string value_text(const Timeline& timeline, ObjectId object) {
  const SharedObject& what = timeline.info().objects[index(object)];
  const std::string name = full_name(what);
  if (what.kind == ObjectKind::variable) {
    std::int64_t value = what.number;
    for (const Access& access : timeline.accesses()) {
      if (access.object == object && access.kind == AccessKind::written) value = access.value;
    }
    return fmt::format("{} {}", name, value);
  }
  if (what.kind == ObjectKind::queue) {
    const std::size_t items = items_at(timeline, object, timeline.horizon()).size();
    return fmt::format("queue {} of {}", name, items);
  }
  const std::vector<TaskId> holders = holders_at(timeline, object, timeline.horizon());
  if (holders.empty()) return object_text(timeline.info(), object) + " free";
  return fmt::format("{} held by {}", object_text(timeline.info(), object), tasks_text(timeline, holders));
}

}  // namespace

Schedule way_to(const StateGraph& graph, std::uint32_t state) {
  constexpr std::uint32_t kUnknown = 0xffff'ffffU;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> came(graph.size(), {kUnknown, 0});
  std::vector<std::uint32_t> open = {0};
  for (std::size_t next = 0; next < open.size() && open[next] != state; ++next) {
    for (std::size_t step = graph.begin(open[next]); step < graph.end(open[next]); ++step) {
      const std::uint32_t target = graph.targets[step];
      if (target == 0 || came[target].first != kUnknown) continue;
      came[target] = {open[next], graph.tokens[step]};
      open.push_back(target);
    }
  }
  Schedule way;
  for (; state != 0; state = came[state].first) way.push_back(unpacked_token(came[state].second));
  std::reverse(way.begin(), way.end());
  return way;
}

std::vector<std::uint32_t> states_on(const StateGraph& graph, const Schedule& schedule) {
  std::vector<std::uint32_t> states = {0};
  for (const Token& token : schedule) {
    const std::size_t end = graph.end(states.back());
    std::size_t step = graph.begin(states.back());
    while (step < end && graph.tokens[step] != packed(token)) ++step;
    if (step == end) break;
    states.push_back(graph.targets[step]);
  }
  return states;
}

std::string shared_values_text(const Timeline& timeline) {
  std::string text;
  for (std::size_t object = 0; object < timeline.info().objects.size(); ++object) {
    text += (object == 0 ? "" : ", ") + value_text(timeline, object_id(object));
  }
  return text;
}

std::vector<std::string> task_lines(const DirectedRun& run) {
  std::vector<std::string> lines;
  const auto tasks = run.timeline->tasks();
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    std::string can;
    for (const OfferedStep& step : steps_of(run, task_id(task))) can += (can.empty() ? "can " : " or ") + step.text;
    lines.push_back(
        fmt::format("{}: {}", tasks[task].name, can.empty() ? why_it_cannot(*run.timeline, task_id(task)) : can));
  }
  return lines;
}

}  // namespace interleave::gui
