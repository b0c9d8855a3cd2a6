#include "app/gui/model/explain/comparison_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <vector>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string threads_of(const Timeline& timeline) { return counted(timeline.workers().size(), "thread"); }

// Modes that take equally long, as far as the window tells times apart.
struct Group {
  Time makespan{};
  std::vector<Mode> modes;
};

std::vector<Group> groups_of(const Forecast& forecast) {
  std::vector<Group> groups;
  for (Mode mode : kModes) {
    const Time makespan = forecast.of(mode).horizon();
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return time_text(group.makespan) == time_text(makespan);
    });
    if (same == groups.end())
      groups.push_back({makespan, {mode}});
    else
      same->modes.push_back(mode);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.makespan < b.makespan; });
  return groups;
}

std::string in_running_text(Mode mode) {
  std::string word(title(mode));
  word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
  return word;
}

std::string listed(const std::vector<Mode>& modes) {
  std::string text;
  for (std::size_t i = 0; i < modes.size(); ++i) {
    if (i > 0) text += i + 1 == modes.size() ? " and " : ", ";
    text += in_running_text(modes[i]);
  }
  return text;
}

bool is_one_thing(const std::vector<Mode>& modes) { return modes.size() == 1 && modes[0] != Mode::threads; }

std::string times_text(const std::vector<Group>& groups) {
  if (groups.size() == 1) return "Every mode takes " + time_text(groups[0].makespan) + ".";
  std::string text;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Group& group = groups[i];
    if (i == 0)
      text = fmt::format("{} {} {}", listed(group.modes), is_one_thing(group.modes) ? "takes" : "take",
                         time_text(group.makespan));
    else
      text += fmt::format(", {} {}", listed(group.modes), time_text(group.makespan));
  }
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text + ".";
}

// What the fastest gained by, or what kept it from gaining.
std::string reason_text(const Forecast& forecast) {
  const Time sequential = forecast.of(Mode::sequential).horizon();
  const Time coroutine = forecast.of(Mode::coroutine).horizon();
  const Time threads = forecast.of(Mode::threads).horizon();
  const Counts in_loop = forecast.of(Mode::coroutine).counters().highest();
  const auto waiting = in_loop[Counter::waiting_worker_free];
  const auto all = forecast.of(Mode::coroutine).tasks().size();
  if (sequential <= std::min(coroutine, threads)) return "No two tasks have anything to overlap.";
  if (threads < coroutine) {
    return fmt::format(
        "A task that computes or blocks holds up the event loop, and up to {} for a turn meanwhile; threads go on.",
        in_loop[Counter::ready] == 1 ? "1 other waits" : fmt::format("{} others wait", in_loop[Counter::ready]));
  }
  if (waiting < 2) return "Threads share the cores.";
  return fmt::format("The event loop waited for {} at once.",
                     waiting == all ? (all == 2 ? "both" : fmt::format("all {}", all)) : counted(waiting, "task"));
}

}  // namespace

std::string sharing_text(const Timeline& timeline) {
  const ModeTraits& mode = traits(timeline.info().mode);
  const Counts most = timeline.counters().highest();
  std::string text = threads_of(timeline);
  if (mode.has_max_workers) text = fmt::format("max_workers {}: {}", timeline.info().max_workers.value(), text);
  if (is_event_loop(mode)) {
    const auto waiting = most[Counter::waiting_worker_free];
    if (waiting > 0) {
      text += fmt::format("; up to {} at once and {} it free",
                          waiting == 1 ? "1 task waits" : counted(waiting, "task") + " wait",
                          waiting == 1 ? "leaves" : "leave");
    }
    if (most[Counter::ready] > 0) text += fmt::format("; up to {} ready without a turn", most[Counter::ready]);
  } else if (mode.one_worker) {
    text += "; one task after another";
  } else if (mode.first_turn == FirstTurn::ready) {
    text += ", one for each task";
  } else if (most[Counter::queued] > 0) {
    text += fmt::format("; up to {} queued", counted(most[Counter::queued], "task"));
  }
  return text;
}

std::string verdict_text(const Forecast& forecast) {
  return times_text(groups_of(forecast)) + " " + reason_text(forecast);
}

}  // namespace interleave::gui
