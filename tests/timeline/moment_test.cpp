#include "core/timeline/moment.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "core/timeline/statistics.h"
#include "tests/support/events.h"
#include "tests/timeline/random_run.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

Duration overlap(const Span& span, Time until) { return std::max(Duration{0}, std::min(span.end, until) - span.begin); }

bool waits(const Span& span) { return span.state == State::queued || span.state == State::ready; }

// Everything that Moment answers, by going over the whole timeline.
class Slowly {
 public:
  Slowly(const Timeline& timeline, Time t) : timeline_(timeline), t_(t) {}

  Position position(const TaskTrack& track) const {
    if (!track.submitted || *track.submitted > t_) return {Position::Kind::not_submitted};
    if (track.finished && *track.finished <= t_) return {Position::Kind::ended};
    if (timeline_.finished() && t_ >= timeline_.end()->time) return {Position::Kind::ended};
    for (const Span& span : track.spans) {
      if (span.begin <= t_ && t_ < span.end) return {Position::Kind::in_span, &span};
    }
    return {Position::Kind::between_steps};
  }

  Counts counts() const {
    Counts counts;
    for (const TaskTrack& track : timeline_.tasks()) {
      const Position where = position(track);
      if (where.kind != Position::Kind::not_submitted) ++counts[Counter::submitted];
      if (where.kind == Position::Kind::ended) ++counts[Counter::ended];
      if (where.span) count(*where.span, counts);
    }
    for (const WorkerTrack& worker : timeline_.workers()) counts[Counter::workers] += worker.created <= t_;
    return counts;
  }

  Duration work() const {
    Duration sum{0};
    for (const TaskTrack& track : timeline_.tasks()) {
      for (const Span& span : track.spans) {
        if (span.state == State::running || span.cause == Cause::sleep) sum += overlap(span, t_);
      }
    }
    return sum;
  }

  Duration wait_of(const TaskTrack& track) const {
    Duration sum{0};
    for (const Span& span : track.spans) {
      if (waits(span)) sum += overlap(span, t_);
    }
    return sum;
  }

  Duration longest_wait() const {
    Duration longest{0};
    for (const TaskTrack& track : timeline_.tasks()) longest = std::max(longest, wait_of(track));
    return longest;
  }

  WorkerTime worker(const WorkerTrack& lane) const {
    WorkerTime sum;
    for (const Span& span : lane.spans) {
      if (span.state == State::running) sum.busy += overlap(span, t_);
      if (span.state == State::waiting) sum.held += overlap(span, t_);
      if (span.state == State::ready) sum.held_ready += overlap(span, t_);
    }
    return sum;
  }

 private:
  static void count(const Span& span, Counts& counts) {
    const bool held = span.worker != WorkerId::none;
    switch (span.state) {
      case State::queued:
        ++counts[Counter::queued];
        break;
      case State::ready:
        ++counts[Counter::ready];
        break;
      case State::running:
        ++counts[Counter::running];
        break;
      case State::waiting:
        ++counts[held ? Counter::waiting_worker_held : Counter::waiting_worker_free];
        break;
    }
    if (span.state == State::running || span.cause == Cause::sleep) ++counts[Counter::working];
  }

  const Timeline& timeline_;
  Time t_;
};

void check_moment(const Timeline& timeline, Time t) {
  CAPTURE(t.time_since_epoch().count());
  const Moment moment(timeline, t);
  const Slowly slowly(timeline, t);
  CHECK(moment.counts() == slowly.counts());
  CHECK(moment.work() == slowly.work());
  CHECK(moment.longest_wait().length == slowly.longest_wait());
  if (moment.longest_wait().task != TaskId::none) {
    CHECK(slowly.wait_of(timeline.tasks()[index(moment.longest_wait().task)]) == slowly.longest_wait());
  }
  std::uint32_t between = 0;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const Position expected = slowly.position(timeline.tasks()[i]);
    CHECK(moment.position(task_id(i)).kind == expected.kind);
    CHECK(moment.position(task_id(i)).span == expected.span);
    CHECK(moment.waited(task_id(i)) == slowly.wait_of(timeline.tasks()[i]));
    between += expected.kind == Position::Kind::between_steps;
  }
  CHECK(moment.between_steps() == between);
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) {
    const WorkerTrack& lane = timeline.workers()[i];
    const auto on_it = std::find_if(lane.spans.begin(), lane.spans.end(),
                                    [&](const Span& span) { return span.begin <= t && t < span.end; });
    CHECK(moment.occupant(worker_id(i)) == (on_it == lane.spans.end() ? nullptr : &*on_it));
    CHECK(moment.worker(worker_id(i)).busy == slowly.worker(lane).busy);
    CHECK(moment.worker(worker_id(i)).held == slowly.worker(lane).held);
    CHECK(moment.worker(worker_id(i)).held_ready == slowly.worker(lane).held_ready);
  }
  const auto printed = std::count_if(timeline.output().begin(), timeline.output().end(),
                                     [&](const OutputLine& line) { return line.time <= t; });
  CHECK(moment.lines_printed() == static_cast<std::size_t>(printed));
}

void check_every_moment(const Timeline& timeline) {
  for (Time t{}; t <= timeline.horizon(); t += Duration{1}) check_moment(timeline, t);
}

}  // namespace

TEST_CASE("every moment of a random run is what going over the whole timeline gives") {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const RandomRun run = random_run(dice);
    Timeline timeline(run.info);
    for (const Batch& batch : in_batches(run, dice)) timeline.append(batch);
    timeline.finish(run.end);
    check_every_moment(timeline);
  }
}

TEST_CASE("every moment of a run that goes on is what going over the timeline so far gives") {
  for (std::uint32_t seed = 1000; seed < 1040; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const RandomRun run = random_run(dice);
    Timeline timeline(run.info);
    for (const Batch& batch : in_batches(run, dice)) {
      timeline.append(batch);
      check_every_moment(timeline);
    }
  }
}

TEST_CASE("a moment outside the run is its first or its last") {
  Events events;
  events.at(0).worker(0, "worker 1").queued(0).started(0, 0).runs(0, 0, 0).at(2).resumed(0, 0).ended(0);
  Timeline timeline(run_of({"a"}));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(2)});
  CHECK(Moment(timeline, at(-1)).time() == at(0));
  CHECK(Moment(timeline, at(9)).time() == at(2));
  CHECK(Moment(timeline, at(9)).worker(worker_id(0)).utilisation == doctest::Approx(1));
}

TEST_CASE("max_workers at a moment is that of the last change before it") {
  Events events;
  events.at(1).max_workers(5).at(2).max_workers(3).at(4);
  Timeline timeline(run_of({}, Mode::pool));
  timeline.append(events.batch());
  CHECK(Moment(timeline, at(0.5)).max_workers() == 2);
  CHECK(Moment(timeline, at(1)).max_workers() == 5);
  CHECK(Moment(timeline, at(3)).max_workers() == 3);
}

TEST_CASE("the figures of two sleeping orders on two threads of a pool") {
  Events events;
  events.at(0).worker(0, "worker 1").worker(1, "worker 2").queued(0).queued(1).queued(2);
  events.started(0, 0).sleeps_holding(0, 0, 0).started(1, 1).runs(1, 0, 1);
  events.at(1).resumed(0, 0).ended(0).started(2, 0).runs(2, 0, 0);
  events.at(2).resumed(2, 0).ended(2).at(4).resumed(1, 1).ended(1);
  Timeline timeline(run_of({"a", "b", "c"}, Mode::pool));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(4)});

  const Statistics figures = statistics(timeline, at(6));
  CHECK(figures.makespan == at(4));
  CHECK(figures.work == std::chrono::seconds(6));
  CHECK(figures.speed_up.value_or(0) == doctest::Approx(1.5));
  CHECK(figures.threads == 2);
  CHECK(figures.workers[0].busy == std::chrono::seconds(1));
  CHECK(figures.workers[0].held == std::chrono::seconds(1));
  CHECK(figures.workers[0].held_ready == Duration{0});
  CHECK(figures.workers[0].utilisation == doctest::Approx(0.25));
  CHECK(figures.workers[1].utilisation == doctest::Approx(1));
  CHECK(figures.longest_wait.length == std::chrono::seconds(1));
  CHECK(figures.longest_wait.task == task_id(2));
  CHECK_FALSE(statistics(timeline, std::nullopt).speed_up.has_value());
}

TEST_CASE("a worker is held by a task that waits, and held ready by one that could go on and has no core or no GIL") {
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).entered(0, 0, State::ready, Cause::gil, worker_id(0));
  events.at(1).started(0, 0).runs(0, 0, 0).at(3).wants_core(0, 0, 0).at(6).runs(0, 0, 0).at(7).resumed(0, 0);
  events.sleeps_holding(0, 1, 0).at(11).entered(0, 1, State::ready, Cause::gil, worker_id(0));
  events.at(16).resumed(0, 0).ended(0);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(16)});

  const WorkerFigures figures = statistics(timeline, std::nullopt).workers[0];
  CHECK(figures.busy == std::chrono::seconds(3));
  CHECK(figures.held == std::chrono::seconds(4));
  CHECK(figures.held_ready == std::chrono::seconds(9));
  CHECK(Moment(timeline, at(5)).worker(worker_id(0)).held_ready == std::chrono::seconds(3));
}
