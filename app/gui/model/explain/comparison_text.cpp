#include "app/gui/model/explain/comparison_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <vector>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/app_state.h"
#include "core/timeline/moment.h"

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

bool is_one_thing(const std::vector<Mode>& modes) {
  return modes.size() == 1 && !traits(modes[0]).subject.ends_with('s');
}

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

std::string_view subject(const Timeline& run) { return traits(run.info().mode).subject; }

// How many of its tasks waited at the same time, and how many computed.
std::string help_text(const Timeline& run) {
  const Counts most = run.counters().highest();
  const auto waiting =
      most[is_event_loop(traits(run.info().mode)) ? Counter::waiting_worker_free : Counter::waiting_worker_held];
  const auto all = run.tasks().size();
  std::string text;
  if (waiting > 1) {
    text = fmt::format("waited for {} at once", waiting < all ? "up to " + counted(waiting, "task")
                                                : all == 2    ? "both"
                                                              : fmt::format("all {}", all));
  }
  if (const auto running = most[Counter::running]; running > 1) {
    text += fmt::format("{}computed for {} at once", text.empty() ? "" : " and ", running);
  }
  return text;
}

WorkerTime workers_time(const Timeline& run) {
  WorkerTime sum;
  const Moment end(run, run.horizon());
  for (std::size_t i = 0; i < run.workers().size(); ++i) {
    const WorkerFigures worker = end.worker(worker_id(i));
    sum.busy += worker.busy;
    sum.held += worker.held;
    sum.held_ready += worker.held_ready;
  }
  return sum;
}

// What has the only worker, so that whoever is ready has no turn.
std::string held_loop_text(const Timeline& run, const WorkerTime& time) {
  const double share = seconds(time.busy + time.held) / std::max(seconds(run.horizon()), 1e-9);
  if (run.counters().highest()[Counter::ready] == 0) return "";
  const std::string_view how = time.held == Duration::zero()   ? "compute"
                               : time.busy == Duration::zero() ? "block"
                                                               : "compute or block";
  return fmt::format("tasks that {} had it {:.0f} % of the time", how, share * 100);
}

// What kept its tasks waiting for a turn.
std::string hindrance_text(const Timeline& run) {
  const Counts most = run.counters().highest();
  const WorkerTime time = workers_time(run);
  if (is_event_loop(traits(run.info().mode))) return held_loop_text(run, time);
  std::string text;
  if (most[Counter::queued] > 0) {
    text = fmt::format("up to {} queued for {}", counted(most[Counter::queued], "task"),
                       counted(run.workers().size(), "worker"));
  }
  if (time.held_ready > Duration::zero()) {
    text += text.empty() ? "" : " and ";
    text += run.info().gil
                ? "the GIL let one at a time go on"
                : fmt::format("up to {} waited for {}", counted(most[Counter::ready], "task"),
                              run.info().cores == 1 ? "the core"
                                                    : fmt::format("one of {} cores", run.info().cores.value_or(1)));
  }
  return text;
}

// What the run gained by, and what kept it from more: "The event loop waited for all 3 at once."
std::string account(const Timeline& run) {
  const std::string help = help_text(run);
  const std::string hindrance = hindrance_text(run);
  if (help.empty()) return hindrance.empty() ? "" : fmt::format("{}: {}.", subject(run), hindrance);
  return fmt::format("{} {}{}{}.", subject(run), help, hindrance.empty() ? "" : ", but ", hindrance);
}

const Timeline* first_concurrent(const Forecast& forecast, const Group& group) {
  const auto mode = std::find_if(group.modes.begin(), group.modes.end(), [](Mode m) { return m != Mode::sequential; });
  return mode == group.modes.end() ? nullptr : &forecast.of(*mode);
}

// Of the fastest; the first of those that take equally long.
std::string gain_text(const Forecast& forecast, const Group& fastest) {
  const Timeline* const run = first_concurrent(forecast, fastest);
  std::string text = run != nullptr ? account(*run) : "";
  const bool gains = fastest.modes.front() != Mode::sequential;
  return text.empty() && !gains ? "No two tasks have anything to overlap." : text;
}

// What keeps the slowest of those that take longer.
std::string loss_text(const Forecast& forecast, const std::vector<Group>& groups) {
  for (auto group = groups.rbegin(); group + 1 != groups.rend(); ++group) {
    const Timeline* const run = first_concurrent(forecast, *group);
    const std::string hindrance = run != nullptr ? hindrance_text(*run) : "";
    if (!hindrance.empty()) return fmt::format("{}: {}.", subject(*run), hindrance);
  }
  return "";
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
      text += fmt::format("; up to {} at once and {} no worker",
                          waiting == 1 ? "1 task waits" : counted(waiting, "task") + " wait",
                          waiting == 1 ? "holds" : "hold");
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

std::vector<std::string> verdict_texts(const Forecast& forecast) {
  const auto groups = groups_of(forecast);
  std::vector<std::string> texts = {times_text(groups)};
  for (const std::string& more : {gain_text(forecast, groups.front()), loss_text(forecast, groups)}) {
    if (!more.empty()) texts.insert(texts.begin(), texts.front() + " " + more);
  }
  return texts;
}

std::vector<std::string> queued_texts(const Timeline& timeline, Time now) {
  constexpr std::size_t kMostQueuedNamed = 6;
  constexpr std::size_t kLookedThrough = 5'000;  // of very many tasks, their number tells enough
  const Moment moment(timeline, now);
  const std::size_t count = moment.counts()[Counter::queued];
  if (count == 0) return {};
  std::vector<std::string> texts = {fmt::format("{} queued now", count)};
  if (count > kMostQueuedNamed || timeline.tasks().size() > kLookedThrough) return texts;
  std::string names;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const Position position = moment.position(task_id(i));
    if (position.kind != Position::Kind::in_span || position.span->state != State::queued) continue;
    names += (names.empty() ? "" : ", ") + timeline.tasks()[i].name;
  }
  texts.insert(texts.begin(), "queued now: " + names);
  return texts;
}

}  // namespace interleave::gui
