#include "tests/timeline/random_run.h"

#include <algorithm>
#include <optional>
#include <string>

namespace interleave::testing {
namespace {

constexpr std::int64_t kLongest = 6;

class Author {
 public:
  Author(Dice& dice, RandomRun& run) : dice_(dice), run_(run) {}

  void write_loop() {
    run_.info.mode = Mode::coroutine;
    create(0, 0);
    std::vector<TaskState> tasks(run_.info.tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      tasks[i] = {.next_turn = dice_.between(0, 5), .steps_left = dice_.between(0, 6)};
      submit(i, *tasks[i].next_turn, State::ready, Cause::loop);
    }
    while (const auto chosen = choose(tasks)) take_turn(*chosen, 0, tasks[*chosen]);
  }

  void write_threads() {
    run_.info.mode = Mode::threads;
    std::int64_t submission = 0;  // in order, as the workers' numbers are
    for (std::size_t i = 0; i < run_.info.tasks.size(); ++i) {
      submission += dice_.between(0, 2);
      TaskState task{.next_turn = submission, .steps_left = dice_.between(0, 6)};
      now_ = *task.next_turn;
      create(i, now_);
      submit(i, now_, State::queued, Cause::none);
      now_ += dice_.between(0, 4);
      if (dice_.chance(30)) {
        enter(i, State::ready, Cause::gil, worker_id(i));
        now_ += dice_.between(0, 4);
      }
      while (task.next_turn) take_turn(i, i, task);
    }
  }

 private:
  struct TaskState {
    std::optional<std::int64_t> next_turn;  // none once it has ended
    std::int64_t steps_left = 0;
    bool started = false;
  };

  // A task that may have its turn now; time goes on until there is one.
  std::optional<std::size_t> choose(const std::vector<TaskState>& tasks) {
    std::vector<std::size_t> able;
    std::int64_t next = INT64_MAX;
    for (const TaskState& task : tasks) next = std::min(next, task.next_turn.value_or(INT64_MAX));
    if (next == INT64_MAX) return std::nullopt;
    now_ = std::max(now_, next);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      if (tasks[i].next_turn.value_or(INT64_MAX) <= now_) able.push_back(i);
    }
    return able[static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(able.size()) - 1))];
  }

  void take_turn(std::size_t task, std::size_t worker, TaskState& state) {
    add(state.started ? EventKind::task_resumed : EventKind::task_started, task, worker);
    state.started = true;
    for (; state.steps_left > 0; --state.steps_left) {
      if (dice_.chance(20)) now_ += 1;
      if (dice_.chance(30)) add(EventKind::task_printed, task, worker);
      if (dice_.chance(40)) {
        const std::int64_t due = now_ + dice_.between(-1, kLongest);
        enter(task, State::waiting, Cause::sleep, WorkerId::none, due);
        --state.steps_left;
        state.next_turn = std::max(now_, due);
        if (run_.info.mode == Mode::threads) now_ = *state.next_turn + dice_.between(0, 2);
        return;
      }
      stay(task, worker);
      add(EventKind::task_resumed, task, worker);
    }
    if (dice_.chance(20)) now_ += 1;
    add(EventKind::task_ended, task, worker);
    state.next_turn.reset();
  }

  // A step that keeps its worker.
  void stay(std::size_t task, std::size_t worker) {
    const auto pass = [&] { now_ += dice_.between(0, kLongest); };
    if (dice_.chance(30)) {
      enter(task, State::waiting, dice_.chance(50) ? Cause::sleep : Cause::lock, worker_id(worker));
      pass();
      if (dice_.chance(50)) return;
      enter(task, State::ready, Cause::gil, worker_id(worker));
      return pass();
    }
    for (bool again = true; again; again = dice_.chance(40)) {
      if (dice_.chance(50)) {
        enter(task, State::ready, dice_.chance(50) ? Cause::core : Cause::gil, worker_id(worker));
        if (dice_.chance(60)) pass();
      }
      enter(task, State::running, Cause::none, worker_id(worker));
      pass();
    }
  }

  void create(std::size_t worker, std::int64_t stamp) {
    now_ = stamp;
    add(EventKind::worker_created, index(TaskId::none), worker);
  }

  void submit(std::size_t task, std::int64_t stamp, State state, Cause cause) {
    Event event;
    event.stamp = stamp;
    event.kind = EventKind::task_submitted;
    event.value = kNever.time_since_epoch().count();
    event.task = task_id(task);
    event.state = state;
    event.cause = cause;
    run_.events.push_back(event);
  }

  void enter(std::size_t task, State state, Cause cause, WorkerId worker, std::int64_t value = 0) {
    Event event;
    event.stamp = now_;
    event.value = value;
    event.kind = EventKind::task_entered;
    event.task = task_id(task);
    event.worker = worker;
    event.step = step_id(static_cast<std::size_t>(dice_.between(0, 1)));
    event.state = state;
    event.cause = cause;
    run_.events.push_back(event);
  }

  void add(EventKind kind, std::size_t task, std::size_t worker) {
    Event event;
    event.stamp = now_;
    event.text = nullptr;
    event.kind = kind;
    event.task = task_id(task);
    event.worker = worker_id(worker);
    run_.events.push_back(event);
  }

  Dice& dice_;
  RandomRun& run_;
  std::int64_t now_ = 0;
};

// What a thread recorded shortly before a batch was closed, and is therefore one batch late.
bool is_late(const Event& event, const RandomRun& run, std::size_t slow, std::int64_t closed_until) {
  return run.info.mode == Mode::threads && event.task == task_id(slow) && event.stamp >= closed_until - 3;
}

}  // namespace

RandomRun random_run(Dice& dice) {
  RandomRun run;
  for (std::int64_t i = dice.between(1, 8); i > 0; --i) run.info.tasks.push_back({"task " + std::to_string(i)});
  Author author(dice, run);
  if (dice.chance(50)) {
    author.write_loop();
  } else {
    author.write_threads();
  }
  std::stable_sort(run.events.begin(), run.events.end(),
                   [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
  run.end.time = Time(Duration(run.events.back().stamp));
  if (dice.chance(30)) {
    run.end = {Outcome::cancelled, {}, Time(Duration(dice.between(0, run.events.back().stamp)))};
    std::erase_if(run.events, [&](const Event& event) { return Time(Duration(event.stamp)) > run.end.time; });
  }
  return run;
}

std::vector<Batch> in_batches(const RandomRun& run, Dice& dice) {
  std::vector<Batch> batches;
  std::vector<Event> left = run.events;
  const std::int64_t last = run.end.time.time_since_epoch().count() + 1;
  for (std::int64_t closed = 0; closed < last;) {
    closed = std::min(last, closed + dice.between(1, 12));
    const auto slow = static_cast<std::size_t>(dice.between(0, 20));
    const bool may_be_late = closed < last;
    Batch batch;
    batch.closed_until = closed;
    std::vector<Event> later;
    for (const Event& event : left) {
      const bool now = event.stamp < closed && !(may_be_late && is_late(event, run, slow, closed));
      (now ? batch.events : later).push_back(event);
    }
    left = std::move(later);
    batches.push_back(std::move(batch));
  }
  return batches;
}

}  // namespace interleave::testing
