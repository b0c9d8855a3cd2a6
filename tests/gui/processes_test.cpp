// A pool of processes in the window: what each has of its own, and how long they take to start.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/curve_text.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/explain/why.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/shared_bars.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/finished_run.h"
#include "tests/gui/last_ticket.h"
#include "tests/support/events.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kTwoPhotos = R"({"interleave": 1, "title": "Two photos", "mode": "processes",
  "machine": {"cores": 2, "process_start": 0.5},
  "tasks": [{"name": "beach", "steps": [{"compute": 2}]}, {"name": "forest", "steps": [{"compute": 2}]},
            {"name": "city", "steps": [{"compute": 1}]}]})";

// One part of NOW as text: "[process 1] is starting; ready at 0.50 s".
std::string part_of_now(const Timeline& timeline, double now, std::string_view title) {
  std::string text;
  for (const OccupancyPart& part : occupancy_at(timeline, moment_at(now))) {
    if (part.title != title) continue;
    for (const OccupancyItem& item : part.items) {
      text += text.empty() ? "" : "; ";
      text += item.place.empty() ? "" : "[" + item.place + "] ";
      if (item.task != TaskId::none) text += timeline.tasks()[index(item.task)].name + " ";
      text += item.text + (item.until.empty() ? "" : ", " + item.until);
    }
  }
  return text;
}

bool says(const std::vector<Figure>& figures, std::string_view text) {
  return std::any_of(figures.begin(), figures.end(),
                     [&](const Figure& figure) { return figure.text.find(text) != std::string::npos; });
}

}  // namespace

TEST_CASE("who is queued for a process that is starting learns so, and how long that takes") {
  FinishedRun window(Mode::processes, "photo-filters");
  const Timeline& run = *window.state.run.record;
  CHECK(why(run, {task_id(0), 0}, moment_at(0.01)).sentence ==
        "beach.jpg is queued: process 1 is starting, which takes 50 ms; it starts at 50 ms.");
  CHECK(why(run, {task_id(2), 0}, moment_at(1)).sentence ==
        "city.jpg is queued: both processes are held, by beach.jpg and forest.jpg, which compute; it starts when "
        "forest.jpg ends, at 2.05 s.");
}

TEST_CASE("NOW tells which processes are starting, until when, and for whom") {
  Headless window(from_text(kTwoPhotos));
  const Timeline& run = *window.state.run.record;
  CHECK(part_of_now(run, 0.2, "PROCESSES, MAX 2") ==
        "[process 1] is starting; ready at 0.50 s; [process 2] is starting; ready at 0.50 s");
  CHECK(part_of_now(run, 0.2, "QUEUE") ==
        "beach for 0.20 s, process 1 is starting; forest for 0.20 s, process 2 is starting; city for 0.20 s");
  CHECK(part_of_now(run, 1, "PROCESSES, MAX 2") ==
        "[process 1] beach compute 2 s, until 2.50 s; [process 2] forest compute 2 s, until 2.50 s");
}

TEST_CASE("of a run whose next turns are not recorded yet, those who were queued first wait for the processes") {
  testing::Events events;
  Timeline timeline(testing::run_of({"a", "b", "c"}, Mode::processes));
  events.at(0).queued(0).queued(1).queued(2).worker(0, "process 1").worker(1, "process 2");
  timeline.append(events.at(0.2).batch());
  CHECK(why(timeline, {task_id(1), 0}, moment_at(0.1)).sentence ==
        "b is queued: process 2 is starting, and takes it then.");
}

TEST_CASE("a process that is recorded late brings the lanes of what it has, though the run has gone no further") {
  RunInfo info = testing::run_of({"a", "b"}, Mode::processes);
  info.objects = {{"tickets", ObjectKind::variable, 1, 1}};
  const auto run = std::make_shared<Timeline>(info);
  testing::Events events;
  events.at(0).queued(0).queued(1).worker(0, "process 1");
  run->append(events.at(0.2).batch());
  KeptHistories kept;
  CHECK(kept.of(run).size() == 1);
  events.at(0).worker(1, "process 2");
  run->append(events.at(0.2).batch());
  REQUIRE(run->horizon() == testing::at(0.2));
  CHECK(kept.of(run).size() == 2);
  CHECK(lanes_of(*run, View::by_task, SharedLanes::shown).back().detail == "process 2");
}

TEST_CASE("what each process has of its own is called by its process wherever it is shown") {
  FinishedRun window(Mode::processes, "last-ticket");
  const Timeline& run = *window.state.run.record;
  const auto lanes = lanes_of(run, View::by_task, SharedLanes::shown);
  REQUIRE(lanes.size() == 4);
  CHECK(lanes[2].section == "SHARED, IN EACH PROCESS");
  CHECK(lanes[2].name == "tickets");
  CHECK(lanes[2].detail == "process 1");
  CHECK(lanes[3].detail == "process 2");
  CHECK(object_text(run.info(), object_id(1)) == "variable tickets of process 2");
  CHECK(shared_sentence(run, object_id(1), moment_at(0.16)) == "tickets of process 2 is 0: desk 2 wrote it at 0.15 s.");
  CHECK(part_of_now(run, 0.16, "SHARED") ==
        "[variable tickets of process 1] 0, by desk 1 at 0.15 s; [variable tickets of process 2] 0, by desk 2 at "
        "0.15 s");
  // Each sold its own.
  CHECK_FALSE(window.shows("lost update"));
}

TEST_CASE(
    "by worker, a process's lane says that it is starting until its first task, and for how long where it is pointed "
    "at") {
  Headless window(from_text(kTwoPhotos));
  update(window.state, command::SetView{View::by_worker});
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  CHECK(window.shows("starting"));
  const DrawnBar first = window.bars(0).at(0);
  window.move_to({first.box.left - 5, first.box.center().y});
  window.frame();
  CHECK(window.shows("process 1 starts from 0.00 s to 0.50 s, and has no task yet"));
}

TEST_CASE("by worker, processes have lanes of that name") {
  FinishedRun window(Mode::processes, "last-ticket");
  const auto lanes = lanes_of(*window.state.run.record, View::by_worker);
  REQUIRE(lanes.size() == 4);
  CHECK(lanes[0].name == "process 1");
  CHECK(lanes[0].detail == "of the pool");
  CHECK(lanes[1].name == "process 2");
}

TEST_CASE("figures, curve and header of processes never call them threads") {
  FinishedRun window(Mode::processes, "photo-filters");
  CHECK(says(figures_of(window.state, {}), "2 processes, each ready after 50 ms"));
  CHECK_FALSE(says(figures_of(window.state, {}), "thread"));
  window.resize(1920, 1080);
  window.frame();
  CHECK(window.shows("PROCESSES: TIME BY MAX_WORKERS"));
  CHECK(window.shows("Python with a GIL in each process"));
  const Forecast& forecast = *window.state.forecaster.answer();
  CHECK(forecast.curve_of(Mode::processes)[1].makespan == moment_at(6.05));
  CHECK(forecast.curve_of(Mode::threads)[1].makespan == forecast.of(Mode::pool).horizon());
  CHECK(curve_texts(forecast, window.state.settings).front() ==
        "Now 2: 6.05 s.  Best of 1..16: 3 to 16 processes, 5.55 s.");
}

TEST_CASE("where each process has a GIL of its own nobody is said to wait for it") {
  FinishedRun window(Mode::processes, "photo-filters");
  const Timeline& run = *window.state.run.record;
  CHECK(part_of_now(run, 1, "CORES, 2") == "beach.jpg ; forest.jpg ");
  CHECK(part_of_now(run, 1, "PYTHON, 1 GIL").empty());
  CHECK(why(run, {task_id(0), 2}, moment_at(1)).sentence ==
        "beach.jpg computes on process 1 until 2.55 s: it has the GIL of its own process, uses a core and its worker.");
  CHECK(act("gil"_act).tooltip(window.state, "G") ==
        "Python's lock: each process has one of its own, and none waits for it.  Key: G");
}

TEST_CASE("the comparison credits processes with what their record shows") {
  FinishedRun window(Mode::processes, "photo-filters");
  update(window.state, command::SetComparing{Comparing::yes});
  const Forecast& forecast = *window.state.forecaster.answer();
  const std::string verdict = verdict_texts(forecast, Told::after).front();
  CAPTURE(verdict);
  CHECK(sharing_text(forecast.of(Mode::processes)) ==
        "max_workers 2: 2 processes, each ready after 50 ms; up to 2 tasks queued");
  CHECK(verdict.find("Processes took 6.05 s, ") == 0);
  CHECK(verdict.find("The processes waited for up to 2 tasks at once and computed for 2 at once, each with its own "
                     "GIL, but each took 50 ms to start, and for 0.50 s, both processes waited while up to 2 tasks "
                     "were queued.") != std::string::npos);
  CHECK(verdict.find("In threads and the pool, the GIL let one task at a time compute.") != std::string::npos);
}

TEST_CASE("in the program of processes the marks stand where the tasks are") {
  FinishedRun window(Mode::processes, "photo-filters");
  update(window.state, command::MovePlayhead{moment_at(1)});
  window.frame();
  std::vector<std::string> lines;
  for (const StandingLine& line : standing_lines(window.state)) {
    lines.push_back(window.state.code.listing->lines()[line.line].text);
  }
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("compute(effort * SECOND)") != std::string::npos);
  CHECK(lines[1].find("pool.submit(filter, \"city.jpg\"") != std::string::npos);
  CHECK(lines[2].find("pool.submit(filter, \"portrait.jpg\"") != std::string::npos);
}

}  // namespace interleave::gui
