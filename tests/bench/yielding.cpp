// What a turn on the event loop costs, from one yield to the next: ours records both ends of it, asio's records
// nothing. CPU time of the process, since our loop on real threads has one of its own; no thread sleeps in between.
#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/use_awaitable.hpp>

#include "core/record/recorder.h"
#include "tests/bench/figure.h"
#include "tests/bench/runs.h"
#include "tests/bench/scenarios.h"

namespace interleave::bench {
namespace {

constexpr std::size_t kTasks = 10;
constexpr std::int64_t kYields = 10'000;
constexpr std::size_t kAllYields = kTasks * kYields;

void loop_virtual(benchmark::State& state) {
  const Scenario scenario = yielding_tasks(kTasks, kYields);
  for (auto _ : state) {
    Recorder recorder;
    run_virtual(scenario, Mode::coroutine, &recorder);
  }
  count_items(state, kAllYields);
}

void loop_on_a_thread(benchmark::State& state) {
  const Scenario scenario = yielding_tasks(kTasks, kYields);
  for (auto _ : state) {
    Recorder recorder;
    OsRuntime runtime({});
    const Program program(scenario);
    Execution execution(program, {.mode = Mode::coroutine}, runtime, &recorder);
    run_on_threads(execution, runtime);
  }
  count_items(state, kAllYields);
}

asio::awaitable<void> yield_to_asio() {
  for (std::int64_t i = 0; i < kYields; ++i) co_await asio::post(asio::use_awaitable);
}

void asio_coroutines(benchmark::State& state) {
  for (auto _ : state) {
    asio::io_context context(1);  // one thread: it may leave out its locks
    for (std::size_t i = 0; i < kTasks; ++i) asio::co_spawn(context, yield_to_asio(), asio::detached);
    context.run();
  }
  count_items(state, kAllYields);
}

struct Reposted {
  asio::io_context& context;
  std::int64_t left;
  void operator()() {
    if (--left > 0) asio::post(context, *this);
  }
};

void asio_callbacks(benchmark::State& state) {
  for (auto _ : state) {
    asio::io_context context(1);
    for (std::size_t i = 0; i < kTasks; ++i) asio::post(context, Reposted{context, kYields});
    context.run();
  }
  count_items(state, kAllYields);
}

BENCHMARK(loop_virtual)->Name("yield/virtual, recorded")->MeasureProcessCPUTime();
BENCHMARK(loop_on_a_thread)->Name("yield/on a thread, recorded")->MeasureProcessCPUTime();
BENCHMARK(asio_coroutines)->Name("yield/asio coroutine")->MeasureProcessCPUTime();
BENCHMARK(asio_callbacks)->Name("yield/asio callback")->MeasureProcessCPUTime();

}  // namespace
}  // namespace interleave::bench
