// A hundred thousand tasks of ten sleeps each on the event loop: how long the whole takes on the virtual clock, and
// what each takes of the heap while all of them sleep. Nothing is recorded; the scenario itself is not counted.
#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/use_awaitable.hpp>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "tests/bench/figure.h"
#include "tests/bench/heap.h"
#include "tests/bench/runs.h"
#include "tests/bench/scenarios.h"

namespace interleave::bench {
namespace {

constexpr std::size_t kTasks = 100'000;
constexpr std::int64_t kSleeps = 10;

void whole_run(benchmark::State& state) {
  const Scenario scenario = sleeping_tasks(kTasks, kSleeps);
  for (auto _ : state) run_virtual(scenario, Mode::coroutine, nullptr);
  count_items(state, 1);
}

// The deadlines alone, as many at once and as many one after the other.
void bare_queue(benchmark::State& state) {
  using Entry = std::pair<std::int64_t, std::uint64_t>;  // deadline, sequence
  std::vector<std::int64_t> lengths(kSleeps * kTasks);
  RandomSleeps sleeps;
  for (std::int64_t& length : lengths) length = sleeps.next().count();
  for (auto _ : state) {
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::uint64_t sequence = 0; sequence < lengths.size(); ++sequence) {
      std::int64_t now = 0;
      if (sequence >= kTasks) {
        now = queue.top().first;
        queue.pop();
      }
      queue.emplace(now + lengths[sequence], sequence);
    }
    while (!queue.empty()) queue.pop();
  }
  count_items(state, 1);
}

// The main program of a run that looks at the heap when every task is in its first sleep.
Routine look_at_heap(Execution& execution, Runtime& runtime, const HeapCount& heap, std::size_t& live_bytes) {
  Worker& self = co_await ThisWorker{};
  co_await execution.main_program();
  constexpr Time kBeforeTheFirstWakes(std::chrono::milliseconds(1));
  co_await Park{runtime, self, kBeforeTheFirstWakes};
  live_bytes = heap.live_bytes();
}

void heap_of_ours(benchmark::State& state) {
  const Scenario scenario = sleeping_tasks(kTasks, kSleeps);
  std::size_t live_bytes = 0;
  for (auto _ : state) {
    const HeapCount heap;
    VirtualRuntime runtime({});
    const Program program(scenario);
    Execution execution(program, {.mode = Mode::coroutine}, runtime, nullptr);
    runtime.run(look_at_heap(execution, runtime, heap, live_bytes));
  }
  state.counters[kBytes] = static_cast<double>(live_bytes) / kTasks;
}

asio::awaitable<void> sleep_in_asio() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (std::int64_t i = 0; i < kSleeps; ++i) {
    timer.expires_after(std::chrono::hours(1));
    co_await timer.async_wait(asio::use_awaitable);
  }
}

void heap_of_asio(benchmark::State& state) {
  std::size_t live_bytes = 0;
  for (auto _ : state) {
    const HeapCount heap;
    asio::io_context context(1);
    for (std::size_t i = 0; i < kTasks; ++i) asio::co_spawn(context, sleep_in_asio(), asio::detached);
    context.poll();
    live_bytes = heap.live_bytes();
  }
  state.counters[kBytes] = static_cast<double>(live_bytes) / kTasks;
}

BENCHMARK(whole_run)->Name("sleepers/whole run")->Unit(benchmark::kMillisecond);
BENCHMARK(bare_queue)->Name("sleepers/bare queue")->Unit(benchmark::kMillisecond);
BENCHMARK(heap_of_ours)->Name("sleepers/heap")->Iterations(1);
BENCHMARK(heap_of_asio)->Name("sleepers/heap of asio")->Iterations(1);

}  // namespace
}  // namespace interleave::bench
