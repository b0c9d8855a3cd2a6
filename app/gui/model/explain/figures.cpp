#include "app/gui/model/explain/figures.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/starting.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "core/looks/run_words.h"
#include "core/looks/wording.h"
#include "core/timeline/ends.h"
#include "core/timeline/statistics.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kMarked =
    "What is wrong, or may be, with how tasks share variables: marked on their bars. In another run it may be "
    "different";

struct Shares {
  double busy = 0;
  double held = 0;
  double ready = 0;
};

// Of all workers' time together.
Shares shares_of(const Statistics& figures) {
  Shares shares;
  const double all = seconds(figures.makespan) * static_cast<double>(figures.workers.size());
  if (all <= 0) return shares;
  for (const WorkerFigures& worker : figures.workers) {
    shares.busy += seconds(worker.busy) / all;
    shares.held += seconds(worker.held) / all;
    shares.ready += seconds(worker.held_ready) / all;
  }
  return shares;
}

// What the shares are of: "5.00 s", "2 × 5.00 s".
std::string workers_time_text(const Statistics& figures) {
  const std::string time = time_text(figures.makespan);
  return figures.threads == 1 ? time : fmt::format("{} × {}", figures.threads, time);
}

// Whether a task was cut before the end of its steps, so that the run did less than one in which none is.
bool leaves_undone(const Timeline& timeline) {
  const auto tasks = timeline.tasks();
  return std::any_of(tasks.begin(), tasks.end(),
                     [](const TaskTrack& task) { return task.outcome == Outcome::cancelled; });
}

// Whether there are calls of which on a loop nothing is done, while one after another all of it is.
bool forgets_calls(const AppState& state, const Timeline& timeline) {
  if (!state.has_program() || !is_event_loop(traits(timeline.info().mode))) return false;
  bool forgets = false;
  for_each_step(state.scenario(), [&](const Step& step) {
    const auto* const call = std::get_if<verb::Call>(&step.action);
    forgets = forgets || (call != nullptr && call->forget);
  });
  return forgets;
}

// "3 threads", "2 processes, each ready after 50 ms"
std::string workers_figure(const Timeline& timeline, std::size_t workers, std::string_view kind) {
  const Duration start = longest_start(timeline);
  const std::string ready = start == Duration::zero() ? ""
                                                      : fmt::format(", {}ready after {}", workers == 1 ? "" : "each ",
                                                                    time_text(seconds(start)));
  return counted(workers, kind) + ready;
}

Outcome outcome_of(const Timeline& timeline) { return timeline.end() ? timeline.end()->outcome : Outcome::finished; }

Figure makespan_figure(const AppState& state, const Timeline& timeline, const Statistics& figures) {
  const std::string time = time_text(figures.makespan);
  const Outcome outcome = outcome_of(timeline);
  if (const auto mode = looked_at(state); mode && state.run.ended && !state.scenario_edited) {
    return {FigureWeight::main, fmt::format("{}: {} {}", title(*mode), run_outcome_text(outcome), time),
            "The mode that is chosen among those compared, from 0 s to the end of its last task"};
  }
  if (!state.run.ended) {
    return {FigureWeight::main, fmt::format("predicted to {} {}", coming_outcome_text(outcome), time),
            "What the simulation says of the whole run"};
  }
  const bool at_the_end = state.playhead >= picture_end(state);
  return {FigureWeight::main,
          fmt::format("{}{} {}", at_the_end ? "" : "the whole run ", run_outcome_text(outcome), time),
          "From 0 s to the end of the last task"};
}

// Of a run that stands and waits for the user there are no others yet.
Figure steps_figure(const Directed& directed) {
  return {FigureWeight::main, counted(directed.moments.size() - 1, "step") + " so far",
          "Of those whose order matters; you say which one comes next"};
}

}  // namespace

std::string speed_up_text(double speed_up) {
  if (std::abs(speed_up - 1) < 0.005) return "no faster than one after another";
  if (speed_up > 1) return fmt::format("{:.2f}× faster", speed_up);
  return fmt::format("{:.2f}× slower", 1 / speed_up);
}

const Timeline& run_of_figures(const AppState& state) {
  return looked_at(state) || state.run.ended ? run_beside(state) : *state.run.prediction;
}

std::vector<Figure> figures_of(const AppState& state, const std::vector<SharingMark>& marks) {
  const Timeline& timeline = run_of_figures(state);
  if (state.directed && !timeline.finished()) return {steps_figure(*state.directed)};
  // What never ends, or is left undone, is no measure and has none.
  const bool comparable = state.one_after_another != nullptr && !went_wrong(*state.one_after_another) &&
                          !leaves_undone(timeline) && !forgets_calls(state, timeline) &&
                          (!state.scenario_edited || !state.run.ended || looked_at(state).has_value());
  const auto sequential =
      comparable && !went_wrong(timeline) ? std::optional(state.one_after_another->horizon()) : std::nullopt;
  const Statistics figures = statistics(timeline, sequential);
  const std::string_view predicted = state.run.ended ? "" : "predicted ";
  const Shares shares = shares_of(figures);

  std::vector<Figure> list;
  list.push_back(makespan_figure(state, timeline, figures));
  const bool reached = state.run.ended && timeline.finished() && state.playhead >= timeline.horizon();
  if (reached && !timeline.end()->error.empty()) {
    list.push_back({FigureWeight::main, timeline.end()->error, run_end_text(timeline)});
  }
  for (const std::string& text : marks_texts(marks)) {
    list.push_back({FigureWeight::main, fmt::format("{}{}", predicted, text), std::string(kMarked)});
  }
  if (state.run.ended && state.has_program() && timeline.info().clock == ClockKind::real_time) {
    const Duration difference = timeline.horizon() - state.run.prediction->horizon();
    list.push_back(
        {FigureWeight::normal, signed_time_text(seconds(difference)) + " against the simulation",
         fmt::format("This run {}, less the simulated one; the thin line below each bar is the simulated run",
                     traits(timeline.info().mode).shares_memory ? "on real threads" : "in real processes")});
  }
  const bool is_the_measure = timeline.info().mode == Mode::sequential;
  if (sequential && !is_the_measure) {
    list.push_back({FigureWeight::normal, "one after another: " + time_text(*sequential),
                    "The same tasks in sequential mode, simulated"});
  }
  if (figures.speed_up && !is_the_measure) {
    list.push_back({FigureWeight::normal, fmt::format("{}{}", predicted, speed_up_text(*figures.speed_up)),
                    "The time one after another, over the time of this run"});
  }
  const std::string_view kind = worker_kind(traits(timeline.info().mode));
  list.push_back({FigureWeight::normal, workers_figure(timeline, figures.threads, kind),
                  fmt::format("How many {} the run uses to run its tasks", plural(kind))});
  const std::string ready = shares.ready > 0 ? fmt::format(", ready {:.0f} %", shares.ready * 100) : "";
  const double free = std::max(0.0, 1 - shares.busy - shares.held - shares.ready);
  const std::string rest = std::round(free * 100) > 0 ? fmt::format(", free {:.0f} %", free * 100) : "";
  const std::string worker = kind == "process" ? "process" : "worker";
  list.push_back({FigureWeight::normal,
                  fmt::format("{}{} computing {:.0f} %, held {:.0f} %{}{} of {}", predicted,
                              figures.threads == 1 ? worker : plural(worker), shares.busy * 100, shares.held * 100,
                              ready, rest, workers_time_text(figures)),
                  "Of the time from 0 s to the end of the run, for each worker. Held: hatched, by a task that waits on "
                  "it, so that nobody else can use it. Ready: dotted, by a task that could go on, but for a core or "
                  "the GIL. Free: it has no task"});
  return list;
}

}  // namespace interleave::gui
