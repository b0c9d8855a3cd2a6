// Threads of a Python program held against the rule of the interpreter's lock, followed tick by tick.
#include <algorithm>
#include <deque>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <optional>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "core/run/simulate.h"
#include "tests/support/property.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

// A tick is a millisecond.
struct TickStep {
  char verb;  // c: computes, s: sleeps, p: prints
  int ticks = 0;
};

struct TickThread {
  int after = 0;
  std::vector<TickStep> steps;
};

struct TickProgram {
  int slice = 1;
  int cores = 1;
  std::vector<TickThread> threads;
};

// What is so during a tick: a state and the step that it is in, 0 before the first.
struct During {
  char state;  // r: ready, c: computing, s: sleeping
  std::size_t step = 0;

  friend bool operator==(const During&, const During&) = default;
};

// The rule, in the words of the format. One thread has the lock. It lets go of it where it waits or ends; and where it
// computes, one slice after it got it or after the first who waits asked for it, whichever is later. Who begins, whose
// wait is over, and who lost it while computing, asks; it goes to them in that order. At one moment: first tasks are
// submitted; then waits and computations end, in the order in which they began; last comes the end of a slice.
class EveryTick {
 public:
  explicit EveryTick(const TickProgram& program) : program_(program), threads_(program.threads.size()) {}

  // As `chart` and `printed` show a run.
  std::string run() && {
    while (ended_ < threads_.size()) tick();
    std::string text;
    for (std::size_t i = 0; i < threads_.size(); ++i) text += chart_of(i);
    return text + lines_;
  }

 private:
  enum class Phase { not_there, asks, sleeps, computes, ended };

  struct Thread {
    Phase phase = Phase::not_there;
    std::size_t next = 0;  // step
    int left = 0;          // of its sleep or computation
    int begun = 0;         // the number of that, over all threads
    int asked = 0;         // when it asked for the lock, while it does
    int finished = 0;
    std::vector<During> during;  // from its submission on
  };

  void tick() {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (program_.threads[i].after == now_) turns_.push_back(i);
    }
    for (int number = 1; number <= begun_; ++number) end_of(number);
    take_turns();
    while (is_up()) {
      ask(*holder_);
      let_go();
      take_turns();
    }
    pass_time();
  }

  // The sleep or computation of that number, if it ends now.
  void end_of(int number) {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      const Thread& thread = threads_[i];
      const bool lasts = thread.phase == Phase::sleeps || (thread.phase == Phase::computes && holder_ == i);
      if (lasts && thread.begun == number && thread.left == 0) turns_.push_back(i);
    }
  }

  void take_turns() {
    for (; !turns_.empty(); turns_.pop_front()) {
      const std::size_t i = turns_.front();
      if (holder_ == i || takes_lock(i)) go_on(i);
    }
  }

  bool takes_lock(std::size_t i) {
    threads_[i].phase = Phase::asks;
    if (holder_) return ask(i), false;
    holder_ = i;
    held_since_ = now_;
    return true;
  }

  void ask(std::size_t i) {
    threads_[i].asked = now_;
    asking_.push_back(i);
  }

  void let_go() {
    holder_.reset();
    if (asking_.empty()) return;
    holder_ = asking_.front();
    asking_.pop_front();
    held_since_ = now_;
    if (threads_[*holder_].phase != Phase::computes) turns_.push_back(*holder_);
  }

  // With the lock: up to the next step that takes time, or up to a wait of none, behind which others have the lock.
  void go_on(std::size_t i) {
    Thread& thread = threads_[i];
    const std::vector<TickStep>& steps = program_.threads[i].steps;
    while (thread.next < steps.size()) {
      const TickStep& step = steps[thread.next++];
      thread.left = step.ticks;
      if (step.verb == 'p') lines_ += fmt::format("{} t{}: {}\n", now_ / 1000.0, i, thread.next);
      if (step.verb == 'c' && step.ticks > 0) return lasts(thread, Phase::computes);
      if (step.verb != 's') continue;
      let_go();
      if (step.ticks > 0) return lasts(thread, Phase::sleeps);
      if (!takes_lock(i)) return;
    }
    thread.phase = Phase::ended;
    thread.finished = now_;
    ++ended_;
    let_go();
  }

  void lasts(Thread& thread, Phase phase) {
    thread.phase = phase;
    thread.begun = ++begun_;
  }

  bool is_up() const {
    if (!holder_ || asking_.empty() || threads_[*holder_].phase != Phase::computes) return false;
    return now_ >= std::max(held_since_, threads_[asking_.front()].asked) + program_.slice;
  }

  void pass_time() {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      Thread& thread = threads_[i];
      if (thread.phase == Phase::not_there || thread.phase == Phase::ended) continue;
      const bool has_it = holder_ == i;
      const bool sleeps = thread.phase == Phase::sleeps;
      thread.left -= sleeps || has_it ? 1 : 0;
      thread.during.push_back({sleeps ? 's' : has_it ? 'c' : 'r', thread.next});
    }
    ++now_;
  }

  std::string chart_of(std::size_t i) const {
    static constexpr std::string_view kLooks[] = {"running", "ready/gil", "waiting/sleep"};
    const Thread& thread = threads_[i];
    std::string text = fmt::format("t{}:", i);
    for (std::size_t tick = 0; tick < thread.during.size(); ++tick) {
      const During& during = thread.during[tick];
      if (tick > 0 && during == thread.during[tick - 1]) continue;
      const std::string_view look = kLooks[during.state == 'c' ? 0 : during.state == 'r' ? 1 : 2];
      text += fmt::format(" {} {}@thread {}", (program_.threads[i].after + static_cast<int>(tick)) / 1000.0, look,
                          number_of_thread(i));
    }
    return text + fmt::format(" {} finished\n", thread.finished / 1000.0);
  }

  // Threads are numbered as they are submitted.
  std::size_t number_of_thread(std::size_t i) const {
    std::size_t number = 1;
    for (std::size_t j = 0; j < threads_.size(); ++j) {
      const int after = program_.threads[j].after;
      const bool before = after < program_.threads[i].after || (after == program_.threads[i].after && j < i);
      number += before ? 1 : 0;
    }
    return number;
  }

  const TickProgram& program_;
  std::vector<Thread> threads_;
  std::deque<std::size_t> turns_;   // who is about to go on, or to ask for the lock
  std::deque<std::size_t> asking_;  // in order
  std::optional<std::size_t> holder_;
  int held_since_ = 0;
  int now_ = 0;
  int begun_ = 0;
  std::size_t ended_ = 0;
  std::string lines_;
};

TickProgram random_program() {
  TickProgram program;
  program.slice = *rc::gen::inRange(1, 7);
  program.cores = *rc::gen::inRange(1, 4);
  program.threads.resize(*rc::gen::inRange<std::size_t>(1, 6));
  for (TickThread& thread : program.threads) {
    thread.after = *rc::gen::element(0, 0, *rc::gen::inRange(0, 9));
    thread.steps.resize(*rc::gen::inRange<std::size_t>(0, 6));
    for (TickStep& step : thread.steps) {
      step.verb = *rc::gen::element('c', 'c', 's', 's', 'p');
      step.ticks = step.verb == 'p' ? 0 : *rc::gen::inRange(0, 9);
    }
  }
  return program;
}

std::string text_of(const TickProgram& program) {
  std::string tasks;
  for (std::size_t i = 0; i < program.threads.size(); ++i) {
    const TickThread& thread = program.threads[i];
    std::string steps;
    for (std::size_t number = 1; number <= thread.steps.size(); ++number) {
      const TickStep& step = thread.steps[number - 1];
      if (number > 1) steps += ", ";
      if (step.verb == 'p') steps += fmt::format(R"({{"print": "{}"}})", number);
      if (step.verb == 'c') steps += fmt::format(R"({{"compute": 0.00{}}})", step.ticks);
      if (step.verb == 's') steps += fmt::format(R"({{"sleep": 0.00{}}})", step.ticks);
    }
    tasks += fmt::format(R"({}{{"name": "t{}", "after": 0.00{}, "steps": [{}]}})", i == 0 ? "" : ",\n", i, thread.after,
                         steps);
  }
  // With something that computes, so that the lock is needed at all.
  return fmt::format(R"({{"interleave": 1, "title": "T", "machine": {{"cores": {}, "time_slice": 0.00{}}}, "tasks": [
{},
{{"name": "last", "after": 100, "steps": [{{"compute": 0}}]}}]}})",
                     program.cores, program.slice, tasks);
}

}  // namespace

TEST_CASE("random threads start, wait, compute, print and end as the rule of the lock says, followed tick by tick") {
  CHECK(holds(5'000, [] {
    const TickProgram program = random_program();
    const std::string text = text_of(program);
    RC_LOG() << text << "\n";
    RunSettings settings;
    settings.mode = Mode::threads;
    const auto run = simulate(scenario_of(text), settings);
    std::string found = chart(*run);
    found.erase(found.rfind("last:"));
    RC_ASSERT(found + printed(*run) == EveryTick(program).run());
  }));
}
