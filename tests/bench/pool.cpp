// What it costs to submit a job that does nothing to a pool of two threads and to have it run: many at once, then
// drained. The threads' own start and end are within the time, and vanish in it.
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <memory>

#include "tests/bench/figure.h"
#include "tests/bench/runs.h"
#include "tests/bench/scenarios.h"

namespace interleave::bench {
namespace {

constexpr std::size_t kJobs = 400'000;
constexpr int kWorkers = 2;

void our_pool(benchmark::State& state) {
  const Scenario scenario = trivial_tasks(kJobs);
  const Program program(scenario);
  for (auto _ : state) {
    state.PauseTiming();
    OsRuntime runtime({});
    auto execution =
        std::make_unique<Execution>(program, Execution::Settings{Mode::pool, kWorkers, {}}, runtime, nullptr);
    state.ResumeTiming();
    run_on_threads(*execution, runtime);
    state.PauseTiming();
    execution.reset();
    state.ResumeTiming();
  }
  count_items(state, kJobs);
}

void asio_pool(benchmark::State& state) {
  for (auto _ : state) {
    asio::thread_pool pool(kWorkers);
    for (std::size_t i = 0; i < kJobs; ++i) asio::post(pool, [] {});
    pool.join();
  }
  count_items(state, kJobs);
}

BENCHMARK(our_pool)->Name("pool/submit and run")->UseRealTime();
BENCHMARK(asio_pool)->Name("pool/asio")->UseRealTime();
BENCHMARK(our_pool)->Name("pool/submit and run, CPU")->MeasureProcessCPUTime();
BENCHMARK(asio_pool)->Name("pool/asio, CPU")->MeasureProcessCPUTime();

}  // namespace
}  // namespace interleave::bench
