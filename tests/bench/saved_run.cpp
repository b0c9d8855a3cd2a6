// What it costs to save a run of a million spans, to open it again, and to write it for another program, for each span.
// Memory that is written for the first time is the kernel's, here as in a program that saves once.
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "core/interchange/recording.h"
#include "core/interchange/trace.h"
#include "core/run/simulate.h"
#include "tests/bench/figure.h"
#include "tests/bench/scenarios.h"

namespace interleave::bench {
namespace {

constexpr std::size_t kTasks = 1'000;
constexpr std::int64_t kSleeps = 1'000;
constexpr std::size_t kSpans = kTasks * static_cast<std::size_t>(kSleeps);

const Timeline& run_of_a_million_spans() {
  static const auto timeline = [] {
    RunSettings settings;
    settings.mode = Mode::threads;
    return simulate(sleeping_tasks(kTasks, kSleeps), settings);
  }();
  return *timeline;
}

const std::string& its_recording() {
  static const std::string bytes = write_recording(run_of_a_million_spans(), "");
  return bytes;
}

void save(benchmark::State& state) {
  const Timeline& timeline = run_of_a_million_spans();
  for (auto _ : state) benchmark::DoNotOptimize(write_recording(timeline, ""));
  count_items(state, kSpans);
}

void open(benchmark::State& state) {
  const std::string& bytes = its_recording();
  for (auto _ : state) benchmark::DoNotOptimize(read_recording(bytes));
  count_items(state, kSpans);
}

void write_trace(benchmark::State& state) {
  const Timeline& timeline = run_of_a_million_spans();
  for (auto _ : state) benchmark::DoNotOptimize(trace_json(timeline));
  count_items(state, kSpans);
}

// No reader can do with less: the spans where a timeline has them, by task and by worker, copied from another place.
void copy_spans(benchmark::State& state) {
  const Timeline& timeline = run_of_a_million_spans();
  for (auto _ : state) {
    std::vector<std::vector<Span>> copies;
    for (const TaskTrack& task : timeline.tasks()) copies.push_back(task.spans);
    for (const WorkerTrack& worker : timeline.workers()) copies.push_back(worker.spans);
    benchmark::DoNotOptimize(copies);
  }
  count_items(state, kSpans);
}

// No writer can do with less.
void copy_file(benchmark::State& state) {
  const std::string& bytes = its_recording();
  for (auto _ : state) {
    std::string copy(bytes.size(), '\0');
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    benchmark::DoNotOptimize(copy);
  }
  count_items(state, kSpans);
}

void file_size(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(its_recording());
  state.counters[kBytes] = static_cast<double>(its_recording().size()) / static_cast<double>(kSpans);
}

BENCHMARK(save)->Name("saved run/save");
BENCHMARK(open)->Name("saved run/open");
BENCHMARK(write_trace)->Name("saved run/trace");
BENCHMARK(copy_spans)->Name("saved run/copy of the spans");
BENCHMARK(copy_file)->Name("saved run/copy of the file");
BENCHMARK(file_size)->Name("saved run/size");

}  // namespace
}  // namespace interleave::bench
