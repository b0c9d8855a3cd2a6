// What locks and shared variables cost: on the virtual runtime beside a print, which every task has; fought for by
// threads beside a lock of the same order, first come, first served, made of a mutex and a condition variable alone.
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>
#include <thread>

#include "core/record/recorder.h"
#include "core/scenario/loader.h"
#include "tests/bench/figure.h"
#include "tests/bench/runs.h"

namespace interleave::bench {
namespace {

constexpr int kPasses = 20'000;
constexpr int kFighters = 2;

Scenario repeating(const std::string& steps, int tasks) {
  std::string list;
  for (int i = 0; i < tasks; ++i) list += fmt::format(R"({}{{"name": "t{}", "call": "f"}})", i == 0 ? "" : ", ", i);
  return load_scenario(fmt::format(R"({{"interleave": 1, "title": "sharing", "shared": {{"n": 0}}, "functions":
      {{"f": {{"steps": [{{"repeat": {}, "steps": [{}]}}]}}}}, "tasks": [{}]}})",
                                   kPasses, steps, list),
                       "bench")
      .value();
}

void repeat_virtually(benchmark::State& state, const std::string& steps) {
  const Scenario scenario = repeating(steps, 1);
  for (auto _ : state) {
    Recorder recorder;
    run_virtual(scenario, Mode::threads, &recorder);
  }
  count_items(state, kPasses);
}

void print(benchmark::State& state) { repeat_virtually(state, R"({"print": "line"})"); }
void lock(benchmark::State& state) { repeat_virtually(state, R"({"lock": "m", "steps": []})"); }
void read(benchmark::State& state) { repeat_virtually(state, R"({"read": "n", "into": "x"})"); }
void write(benchmark::State& state) { repeat_virtually(state, R"({"write": "n", "value": 1})"); }

void fight_for_ours(benchmark::State& state) {
  const Scenario scenario = repeating(R"({"lock": "m", "steps": []})", kFighters);
  for (auto _ : state) {
    Recorder recorder;
    OsRuntime runtime({});
    const Program program(scenario);
    Execution execution(program, {.mode = Mode::threads}, runtime, &recorder);
    run_on_threads(execution, runtime);
  }
  count_items(state, std::size_t{kPasses} * kFighters);
}

class TicketLock {
 public:
  void lock() {
    std::unique_lock guard(mutex_);
    const std::uint64_t ticket = next_++;
    changed_.wait(guard, [&] { return ticket == served_; });
  }
  void unlock() {
    const std::scoped_lock guard(mutex_);
    ++served_;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_ = 0;
  std::uint64_t served_ = 0;
};

void fight_for_bare(benchmark::State& state) {
  for (auto _ : state) {
    TicketLock shared;
    std::vector<std::thread> fighters;
    for (int i = 0; i < kFighters; ++i) {
      fighters.emplace_back([&shared] {
        for (int pass = 0; pass < kPasses; ++pass) {
          const std::scoped_lock held(shared);
        }
      });
    }
    for (std::thread& fighter : fighters) fighter.join();
  }
  count_items(state, std::size_t{kPasses} * kFighters);
}

BENCHMARK(print)->Name("sharing/print");
BENCHMARK(lock)->Name("sharing/lock");
BENCHMARK(read)->Name("sharing/read");
BENCHMARK(write)->Name("sharing/write");
BENCHMARK(fight_for_ours)->Name("sharing/fought for")->UseRealTime();
BENCHMARK(fight_for_bare)->Name("sharing/fought for, bare")->UseRealTime();

}  // namespace
}  // namespace interleave::bench
