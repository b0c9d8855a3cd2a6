// What a step of virtual time costs with so many tasks asleep: one of them wakes, has a turn and goes to sleep again.
// The limit is the queue alone: the earliest of so many deadlines is taken out, and a later one put in.
#include <algorithm>
#include <functional>
#include <memory>
#include <queue>
#include <utility>
#include <vector>

#include "tests/bench/figure.h"
#include "tests/bench/runs.h"
#include "tests/bench/scenarios.h"

namespace interleave::bench {
namespace {

// Enough for a start of all tasks to vanish among their sleeps.
std::size_t sleeps_of_each(std::size_t tasks) { return std::max<std::size_t>(20, 500'000 / tasks); }

void loop(benchmark::State& state) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  const Scenario scenario = sleeping_tasks(tasks, static_cast<std::int64_t>(sleeps_of_each(tasks)));
  const Program program(scenario);
  for (auto _ : state) {
    state.PauseTiming();
    VirtualRuntime runtime({});
    auto execution =
        std::make_unique<Execution>(program, Execution::Settings{.mode = Mode::coroutine}, runtime, nullptr);
    state.ResumeTiming();
    runtime.run(execution->main_program());
    state.PauseTiming();
    execution.reset();
    state.ResumeTiming();
  }
  count_items(state, tasks * sleeps_of_each(tasks));
}

void bare_queue(benchmark::State& state) {
  using Entry = std::pair<std::int64_t, std::uint64_t>;  // deadline, sequence
  const auto pending = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t kLengths = 4096;
  std::vector<std::int64_t> lengths;
  RandomSleeps sleeps;
  for (std::size_t i = 0; i < kLengths; ++i) lengths.push_back(sleeps.next().count());

  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  std::uint64_t sequence = 0;
  for (; sequence < pending; ++sequence) queue.emplace(sleeps.next().count(), sequence);
  for (auto _ : state) {
    const std::int64_t now = queue.top().first;
    queue.pop();
    queue.emplace(now + lengths[sequence % kLengths], sequence);
    ++sequence;
  }
  count_items(state, 1);
}

BENCHMARK(loop)->Name("virtual time/event loop")->Arg(10)->Arg(1'000)->Arg(100'000);
BENCHMARK(bare_queue)->Name("virtual time/bare queue")->Arg(10)->Arg(1'000)->Arg(100'000);

}  // namespace
}  // namespace interleave::bench
