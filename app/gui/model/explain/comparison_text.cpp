#include "app/gui/model/explain/comparison_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <iterator>
#include <utility>
#include <vector>

#include "app/gui/model/explain/starting.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/app_state.h"
#include "core/looks/run_words.h"
#include "core/looks/wording.h"
#include "core/run/refusal.h"
#include "core/timeline/ends.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

// "2 threads", "2 processes".
std::string workers_of(const Timeline& timeline) {
  return counted(timeline.workers().size(), worker_kind(traits(timeline.info().mode)));
}

// Modes that take equally long, as far as the window tells times apart.
struct Group {
  Time makespan{};
  std::vector<Mode> modes;
};

// Of those that went well: what deadlocks or fails takes no time that could be compared.
std::vector<Group> groups_of(const Forecast& forecast) {
  std::vector<Group> groups;
  for (const Mode mode : forecast.modes_run()) {
    if (went_wrong(forecast.of(mode))) continue;
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

// "Threads and thread pool deadlocked."
std::string modes_that(const Forecast& forecast, Outcome outcome, std::string_view does) {
  const std::vector<Mode> all = forecast.modes_run();
  std::vector<Mode> modes;
  std::copy_if(all.begin(), all.end(), std::back_inserter(modes),
               [&](Mode mode) { return forecast.of(mode).end()->outcome == outcome; });
  if (modes.empty()) return "";
  std::string text = modes.size() == kModes.size() ? "every mode" : listed(modes);
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return fmt::format("{} {}.", text, does);
}

// Of modes that did not go well: "Threads deadlocked. Coroutine failed."
std::string trouble_text(const Forecast& forecast, Told told) {
  const bool after = told == Told::after;
  std::string text = modes_that(forecast, Outcome::deadlocked, after ? "deadlocked" : "will deadlock");
  const std::string failed = modes_that(forecast, Outcome::failed, after ? "failed" : "will fail");
  if (!text.empty() && !failed.empty()) text += " ";
  return text + failed;
}

// Of modes that the scenario cannot run in, why; and in a few words.
std::string refused_text(const Forecast& forecast) {
  std::string text;
  for (const Mode mode : forecast.modes_refused()) {
    text += fmt::format(" Refused: {}.", refusal(*forecast.scenario, mode).value_or(""));
  }
  return text;
}
std::string refused_text_in_brief(const Forecast& forecast) {
  const std::vector<Mode> modes = forecast.modes_refused();
  return modes.empty() ? "" : fmt::format(" Refused in {}.", listed(modes));
}

// From the longest to the shortest, each with the modes that are left out.
std::vector<std::string> with_refused(std::vector<std::string> texts, const Forecast& forecast) {
  const std::string brief = refused_text_in_brief(forecast);
  if (brief.empty()) return texts;
  std::string longest = texts.front() + refused_text(forecast);
  for (std::string& text : texts) text += brief;
  texts.insert(texts.begin(), std::move(longest));
  return texts;
}

std::string times_text(const std::vector<Group>& groups, Told told) {
  const std::string_view takes = told == Told::after ? "took" : "will take";
  if (groups.size() == 1 && groups[0].modes.size() == kModes.size())
    return fmt::format("Every mode {} {}.", takes, time_text(groups[0].makespan));
  std::string text;
  for (const Group& group : groups) {
    const std::string modes = listed(group.modes);
    text += text.empty() ? fmt::format("{} {} {}", modes, takes, time_text(group.makespan))
                         : fmt::format(", {} {}", modes, time_text(group.makespan));
  }
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text + ".";
}

std::string_view subject(const Timeline& run) { return traits(run.info().mode).subject; }

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

bool is_held_by_gil(const Timeline& run) {
  return shares_gil(run.info()) && workers_time(run).held_ready > Duration::zero();
}

// "1 task", "up to 3 tasks": of a number that was less at times.
std::string at_most(std::size_t tasks) { return (tasks > 1 ? "up to " : "") + counted(tasks, "task"); }

// How long all workers waited while tasks queued for one, and how many at most.
struct BesideQueue {
  Duration waited{0};
  std::size_t queued = 0;
};
BesideQueue waited_beside_queue(const Timeline& run) {
  const auto& points = run.counters().points();
  BesideQueue sum;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Counts& counts = points[i].counts;
    const auto waiting = counts[Counter::waiting_worker_held];
    if (counts[Counter::queued] == 0 || waiting == 0 || waiting < counts[Counter::workers]) continue;
    const Duration length = (i + 1 < points.size() ? points[i + 1].at : run.horizon()) - points[i].at;
    if (length == Duration::zero()) continue;
    sum.waited += length;
    sum.queued = std::max<std::size_t>(sum.queued, counts[Counter::queued]);
  }
  return sum;
}

// What the modes gained by and what kept them, each said of their records.
class Account {
 public:
  explicit Account(Told told) : told_(told) {}

  // "The event loop waited for all 3 at once."
  std::string of(const Timeline& run) const {
    const std::string help = help_text(run);
    const std::string hindrance = hindrance_text(run);
    if (help.empty()) return hindrance.empty() ? "" : fmt::format("{}: {}.", subject(run), hindrance);
    return fmt::format("{} {}{}{}.", subject(run), help, hindrance.empty() ? "" : ", but ", hindrance);
  }

  // What kept its tasks waiting for a turn, but for the GIL.
  std::string hindrance_text(const Timeline& run) const {
    const WorkerTime time = workers_time(run);
    if (is_event_loop(traits(run.info().mode))) return held_loop_text(run);
    std::string text = start_text(run);
    const std::string queue = queue_text(run);
    text += (text.empty() || queue.empty() ? "" : ", and ") + queue;
    if (time.held_ready > Duration::zero() && !shares_gil(run.info())) {
      const auto most = counted(run.counters().highest()[Counter::ready], "task");
      text += text.empty() ? "" : ", and ";
      text += fmt::format(
          "up to {} {} for {}", most, verb("waited", "will wait"),
          run.info().cores == 1 ? "the core" : fmt::format("one of {} cores", run.info().cores.value_or(1)));
    }
    return text;
  }

  // Of all modes that it held: "In threads and the pool, the GIL let one task at a time compute."
  std::string gil_text(const Forecast& forecast) const {
    std::string names;
    for (const Mode mode : forecast.modes_run()) {
      if (!is_held_by_gil(forecast.of(mode))) continue;
      std::string name(traits(mode).subject);
      name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
      names += names.empty() ? name : " and " + name;
    }
    if (names.empty()) return "";
    return fmt::format("In {}, the GIL {} one task at a time compute.", names, verb("let", "will let"));
  }

 private:
  std::string_view verb(std::string_view after, std::string_view before) const {
    return told_ == Told::after ? after : before;
  }

  // How many of its tasks waited at the same time, and how many computed.
  std::string help_text(const Timeline& run) const {
    const Counts most = run.counters().highest();
    const auto waiting =
        most[is_event_loop(traits(run.info().mode)) ? Counter::waiting_worker_free : Counter::waiting_worker_held];
    const auto all = run.tasks().size();
    std::string text;
    if (waiting > 1) {
      text = fmt::format("{} for {} at once", verb("waited", "will wait"),
                         waiting < all ? "up to " + counted(waiting, "task")
                         : all == 2    ? "both"
                                       : fmt::format("all {}", all));
    }
    if (const auto running = most[Counter::running]; running > 1) {
      text += text.empty() ? verb("computed", "will compute") : verb(" and computed", " and compute");
      text += fmt::format(" for {} at once", running);
      if (run.info().gil && !shares_gil(run.info())) text += ", each with its own GIL";
    }
    return text;
  }

  // What has the only worker, so that whoever is ready has no turn.
  std::string held_loop_text(const Timeline& run) const {
    const WorkerFigures time = Moment(run, run.horizon()).worker(worker_id(0));
    const double share = seconds(time.busy + time.held) / std::max(seconds(run.horizon()), 1e-9);
    if (run.counters().highest()[Counter::ready] == 0 || share == 0) return "";
    const std::string_view how = time.held == Duration::zero()   ? "compute"
                                 : time.busy == Duration::zero() ? "block"
                                                                 : "compute or block";
    return fmt::format("tasks that {} {} it {:.0f} % of the time", how, verb("had", "will have"), share * 100);
  }

  // "each took 50 ms to start"
  std::string start_text(const Timeline& run) const {
    const Duration start = longest_start(run);
    if (start == Duration::zero()) return "";
    return fmt::format("each {} {} to start", verb("took", "will take"), time_text(seconds(start)));
  }

  // Workers that wait while tasks queue for them are what a pool loses by.
  std::string queue_text(const Timeline& run) const {
    const std::size_t queued = most_queued(run);
    if (queued == 0) return "";
    const auto workers = run.workers().size();
    const BesideQueue idle = waited_beside_queue(run);
    const std::string_view worker = traits(run.info().mode).worker;
    if (idle.waited == Duration::zero()) {
      return fmt::format("{} queued for {}", at_most(queued), counted(workers, worker));
    }
    return fmt::format("for {}, {} {} while {} {} queued", time_text(seconds(idle.waited)),
                       workers == 1   ? fmt::format("its only {}", worker)
                       : workers == 2 ? fmt::format("both {}", plural(worker))
                                      : fmt::format("all {}", counted(workers, worker)),
                       verb("waited", "will wait"), at_most(idle.queued),
                       idle.queued == 1 ? verb("was", "is") : verb("were", "are"));
  }

  Told told_;
};

const Timeline* first_concurrent(const Forecast& forecast, const Group& group) {
  const auto mode = std::find_if(group.modes.begin(), group.modes.end(), [](Mode m) { return m != Mode::sequential; });
  return mode == group.modes.end() ? nullptr : &forecast.of(*mode);
}

// Of the fastest; the first of those that take equally long.
std::string gain_text(const Forecast& forecast, const Group& fastest, const Account& account) {
  const Timeline* const run = first_concurrent(forecast, fastest);
  std::string text = run != nullptr ? account.of(*run) : "";
  const bool gains = fastest.modes.front() != Mode::sequential;
  const auto runs = forecast.runs();
  const bool all_end = std::none_of(runs.begin(), runs.end(), [](const auto& one) { return went_wrong(*one); });
  return text.empty() && !gains && all_end ? "No two tasks have anything to overlap." : text;
}

// What keeps the slowest of those that take longer.
std::string loss_text(const Forecast& forecast, const std::vector<Group>& groups, const Account& account) {
  for (auto group = groups.rbegin(); group + 1 != groups.rend(); ++group) {
    const Timeline* const run = first_concurrent(forecast, *group);
    const std::string hindrance = run != nullptr ? account.hindrance_text(*run) : "";
    if (!hindrance.empty()) return fmt::format("{}: {}.", subject(*run), hindrance);
  }
  return "";
}

}  // namespace

std::string sharing_text(const Timeline& timeline) {
  const ModeTraits& mode = traits(timeline.info().mode);
  const Counts most = timeline.counters().highest();
  std::string text = workers_of(timeline);
  const Duration start = longest_start(timeline);
  if (start > Duration::zero()) text += fmt::format(", each ready after {}", time_text(seconds(start)));
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
  } else if (const std::size_t queued = most_queued(timeline); queued > 0) {
    text += fmt::format("; {} queued", at_most(queued));
  }
  return text;
}

std::vector<std::string> verdict_texts(const Forecast& forecast, Told told) {
  const auto groups = groups_of(forecast);
  const std::string trouble = trouble_text(forecast, told);
  if (groups.empty()) return with_refused({trouble}, forecast);
  const Account account(told);
  std::vector<std::string> texts = {times_text(groups, told) + (trouble.empty() ? "" : " " + trouble)};
  for (const std::string& more : {gain_text(forecast, groups.front(), account), account.gil_text(forecast),
                                  loss_text(forecast, groups, account)}) {
    if (!more.empty()) texts.insert(texts.begin(), texts.front() + " " + more);
  }
  return with_refused(std::move(texts), forecast);
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
