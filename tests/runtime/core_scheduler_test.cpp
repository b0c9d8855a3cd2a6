#include "core/runtime/core_scheduler.h"

#include <algorithm>
#include <deque>
#include <doctest/doctest.h>
#include <iterator>
#include <optional>
#include <tuple>
#include <vector>

#include "tests/runtime/routines.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

struct Demand {
  std::int64_t arrival = 0;
  std::int64_t need = 1;
};

struct Machine {
  int cores = 1;
  std::int64_t slice = 1;
  std::vector<Demand> demands;  // by arrival
};

enum class What { has_core, waits, ended };
// When, which demand, what.
using Fact = std::tuple<std::int64_t, std::size_t, What>;

// Cores that are looked at every nanosecond.
class Naive {
 public:
  explicit Naive(const Machine& machine) : machine_(machine), cores_(static_cast<std::size_t>(machine.cores)) {}

  std::vector<Fact> run() && {
    for (const Demand& demand : machine_.demands) left_.push_back(demand.need);
    for (std::size_t ended = 0; ended < machine_.demands.size(); ++now_) ended += tick();
    return std::move(facts_);
  }

 private:
  struct Core {
    std::optional<std::size_t> demand;
    std::int64_t slice_left = 0;
  };

  std::size_t tick() {
    const std::size_t ended = end();
    for (; next_ < left_.size() && machine_.demands[next_].arrival == now_; ++next_) arrive(next_);
    expire();
    for (Core& core : cores_) {
      if (!core.demand) continue;
      --left_[*core.demand];
      --core.slice_left;
    }
    return ended;
  }

  std::size_t end() {
    std::size_t ended = 0;
    for (Core& core : cores_) {
      if (!core.demand || left_[*core.demand] != 0) continue;
      facts_.emplace_back(now_, *core.demand, What::ended);
      ++ended;
      core.demand.reset();
      if (!queue_.empty()) give_to_first(core);
    }
    return ended;
  }

  void arrive(std::size_t demand) {
    queue_.push_back(demand);
    for (Core& core : cores_) {
      if (!core.demand) return give_to_first(core);
    }
    facts_.emplace_back(now_, demand, What::waits);
  }

  void expire() {
    for (Core& core : cores_) {
      if (!core.demand || core.slice_left != 0) continue;
      core.slice_left = machine_.slice;
      if (queue_.empty()) continue;
      facts_.emplace_back(now_, *core.demand, What::waits);
      queue_.push_back(*core.demand);
      give_to_first(core);
    }
  }

  void give_to_first(Core& core) {
    core = {queue_.front(), machine_.slice};
    queue_.pop_front();
    facts_.emplace_back(now_, *core.demand, What::has_core);
  }

  const Machine& machine_;
  std::vector<Core> cores_;
  std::deque<std::size_t> queue_;
  std::vector<std::int64_t> left_;
  std::vector<Fact> facts_;
  std::int64_t now_ = 0;
  std::size_t next_ = 0;
};

// The scheduler under test, on a clock that jumps to what it announces.
class EventDriven {
 public:
  explicit EventDriven(const Machine& machine) : machine_(machine), cores_(machine.cores, Duration(machine.slice)) {
    for (std::size_t i = 0; i < machine.demands.size(); ++i) observers_.emplace_back(*this, i);
  }

  std::vector<Fact> run() && {
    std::size_t next = 0;
    std::size_t ended = 0;
    std::vector<CoreScheduler::Job> ends;
    while (ended < machine_.demands.size()) {
      const auto arrival = next < machine_.demands.size() ? Time(Duration(machine_.demands[next].arrival)) : kNever;
      const Time now = std::min(arrival, cores_.next());
      now_ = now.time_since_epoch().count();
      ++moments_;
      cores_.end_at(now, ends);
      ended += ends.size();
      ends.clear();
      for (; next < machine_.demands.size() && machine_.demands[next].arrival == now_; ++next) {
        cores_.arrive({nullptr, &observers_[next], Duration(machine_.demands[next].need), next}, now);
      }
      cores_.expire_at(now);
    }
    return std::move(facts_);
  }

  std::size_t moments() const { return moments_; }

 private:
  struct Observer final : CoreObserver {
    Observer(EventDriven& owner_, std::size_t demand_) : owner(owner_), demand(demand_) {}
    void waits_for_core() override { owner.add(demand, What::waits); }
    void waits_for_gil() override { FAIL("cores know of no interpreter"); }
    void has_core() override { owner.add(demand, What::has_core); }
    void leaves_core() override { owner.add(demand, What::ended); }
    EventDriven& owner;
    std::size_t demand;
  };

  void add(std::size_t demand, What what) { facts_.emplace_back(now_, demand, what); }

  const Machine& machine_;
  CoreScheduler cores_;
  std::deque<Observer> observers_;
  std::vector<Fact> facts_;
  std::int64_t now_ = 0;
  std::size_t moments_ = 0;
};

Machine random_machine() {
  Machine machine;
  machine.cores = *rc::gen::inRange(1, 5);
  machine.slice = *rc::gen::inRange<std::int64_t>(1, 7);
  const int demands = *rc::gen::inRange(1, 13);
  const std::int64_t period = *rc::gen::element<std::int64_t>(1, 10, 60);
  for (int i = 0; i < demands; ++i) {
    machine.demands.push_back({*rc::gen::inRange<std::int64_t>(0, period), *rc::gen::inRange<std::int64_t>(1, 30)});
  }
  std::sort(machine.demands.begin(), machine.demands.end(),
            [](const Demand& a, const Demand& b) { return a.arrival < b.arrival; });
  return machine;
}

std::vector<std::int64_t> ends_of(const std::vector<Fact>& facts, std::size_t demands) {
  std::vector<std::int64_t> ends(demands);
  for (const auto& [time, demand, what] : facts) {
    if (what == What::ended) ends[demand] = time;
  }
  return ends;
}

}  // namespace

TEST_CASE("cores are handed on as if every nanosecond had been looked at") {
  CHECK(testing::holds(5'000, [] {
    const Machine machine = random_machine();
    RC_ASSERT(EventDriven(machine).run() == Naive(machine).run());
  }));
}

TEST_CASE("two computations on one core end a slice apart, having taken turns") {
  const Machine machine{1, 5, {{0, 10}, {0, 10}}};
  CHECK(EventDriven(machine).run() == std::vector<Fact>{{0, 0, What::has_core},
                                                        {0, 1, What::waits},
                                                        {5, 0, What::waits},
                                                        {5, 1, What::has_core},
                                                        {10, 1, What::waits},
                                                        {10, 0, What::has_core},
                                                        {15, 0, What::ended},
                                                        {15, 1, What::has_core},
                                                        {20, 1, What::ended}});
}

TEST_CASE("a computation that nobody competes with is looked at when it begins and when it ends, however long it is") {
  const Machine machine{2, 1, {{0, 1'000'000'000}, {0, 2'000'000'000}}};
  EventDriven run(machine);
  const std::vector<Fact> facts = std::move(run).run();
  CHECK(ends_of(facts, 2) == std::vector<std::int64_t>{1'000'000'000, 2'000'000'000});
  CHECK(run.moments() == 3);
}

TEST_CASE("clearing takes away who runs and who queues, and nothing is announced any more") {
  Nobody nobody;
  CoreScheduler cores(1, Duration(5));
  for (std::uint64_t request = 1; request <= 3; ++request) {
    cores.arrive({nullptr, &nobody, Duration(10), request}, Time{});
  }
  std::vector<CoreScheduler::Job> removed;
  cores.clear(removed);
  REQUIRE(removed.size() == 3);
  for (std::uint64_t i = 0; i < 3; ++i) CHECK(removed[i].request == i + 1);
  CHECK(cores.next() == kNever);
}
