// What it takes to keep sums over a million spans up to date, and to ask them.
#include "tests/bench/million_spans.h"

#include <algorithm>
#include <random>
#include <utility>

#include "tests/bench/figure.h"

namespace interleave::bench {
namespace {

constexpr std::int64_t kPixels = 1'900;

std::vector<Span> lane_of_spans(std::size_t position) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(position));
  std::vector<Span> spans;
  Time time{};
  for (std::size_t i = 0; i < kSpansOfLane; ++i) {
    Span span;
    span.begin = time;
    span.end = time += Duration{1'000LL << (random() % 15)} + Duration{random() % 1'000'000};
    span.task = task_id(position);
    span.state = static_cast<State>(1 + random() % 3);
    if (span.state == State::running || random() % 2 == 0) span.worker = worker_id(position);
    spans.push_back(span);
  }
  return spans;
}

Time end_of_lanes() {
  Time end{};
  for (const auto& lane : million_spans()) end = std::max(end, lane.back().end);
  return end;
}

// A part of the run in its middle, as many times shorter as said.
Window window_of(std::int64_t closer) {
  const Duration length = end_of_lanes().time_since_epoch();
  Window window;
  window.from = Time{length / 2 - length / (2 * closer)};
  window.to = window.from + length / closer;
  window.until = window.to;
  window.pixel = length / closer / kPixels;
  window.cell = window.pixel * 5;
  return window;
}

// Spans of all lanes in turns, as they come while a run goes on.
template <class Add>
void add_in_turns(const Add& add) {
  const auto& lanes = million_spans();
  for (std::size_t i = 0; i < kSpansOfLane; ++i) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) add(lane, lanes[lane][i]);
  }
}

void add(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<std::vector<Span>> lanes(kLanes);
    add_in_turns([&](std::size_t lane, const Span& span) { lanes[lane].push_back(span); });
    benchmark::DoNotOptimize(lanes);
  }
  count_items(state, kMillion);
}

void add_and_sum_up(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<std::vector<Span>> lanes(kLanes);
    std::vector<SpanIndex> sums(kLanes);
    add_in_turns([&](std::size_t lane, const Span& span) {
      lanes[lane].push_back(span);
      sums[lane].extend(lanes[lane]);
    });
    benchmark::DoNotOptimize(lanes);
    benchmark::DoNotOptimize(sums);
  }
  count_items(state, kMillion);
}

enum class Lanes : std::uint8_t { growing, whole };

void size_of_sums(benchmark::State& state, Lanes lanes) {
  std::vector<SpanIndex> sums(kLanes);
  for (auto _ : state) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const auto& spans = million_spans()[lane];
      for (std::size_t i = sums[lane].bytes() == 0 ? 1 : spans.size(); i <= spans.size(); ++i) {
        sums[lane].extend(std::span(spans).first(i));
      }
    }
  }
  std::size_t bytes = 0;
  for (SpanIndex& lane : sums) {
    if (lanes == Lanes::whole) lane.settle();
    bytes += lane.bytes() + sizeof(SpanIndex);
  }
  state.counters[kBytes] = static_cast<double>(bytes) / static_cast<double>(kMillion);
}

void sum_up(benchmark::State& state) {
  const Window window = window_of(state.range(0));
  const Timeline& run = run_of_million_spans();
  for (auto _ : state) {
    for (const TaskTrack& task : run.tasks()) benchmark::DoNotOptimize(task.sums.summarise(task.spans, window));
  }
  count_items(state, 1);
}

// Looks at every span, and puts those of a cell together as they come.
void linear_scan(benchmark::State& state) {
  const Window window = window_of(state.range(0));
  for (auto _ : state) {
    for (const auto& lane : million_spans()) {
      std::vector<Stretch> cells;
      Time cell_end{};
      for (std::size_t i = 0; i < lane.size(); ++i) {
        const Span& span = lane[i];
        if (span.end <= window.from || span.begin >= window.to) continue;
        const bool wide = span.end - span.begin >= window.pixel;
        if (cells.empty() || wide || span.begin >= cell_end) {
          cells.push_back({i, 0, span.begin, span.end, {}, span.task});
          cell_end = wide ? span.begin : span.begin + window.cell;
        }
        ++cells.back().count;
        cells.back().end = span.end;
        cells.back().time[kind_of(span)] += span.end - span.begin;
      }
      benchmark::DoNotOptimize(cells);
    }
  }
  count_items(state, 1);
}

BENCHMARK(add)->Name("million spans/add");
BENCHMARK(add_and_sum_up)->Name("million spans/add, sum up");
BENCHMARK_CAPTURE(size_of_sums, growing, Lanes::growing)->Name("million spans/sums, growing");
BENCHMARK_CAPTURE(size_of_sums, whole, Lanes::whole)->Name("million spans/sums");
BENCHMARK(sum_up)->Name("million spans/sum up")->Arg(1)->Arg(1'000);
BENCHMARK(linear_scan)->Name("million spans/linear scan")->Arg(1)->Arg(1'000);

}  // namespace

const std::vector<std::vector<Span>>& million_spans() {
  static const auto spans = [] {
    std::vector<std::vector<Span>> lanes;
    for (std::size_t i = 0; i < kLanes; ++i) lanes.push_back(lane_of_spans(i));
    return lanes;
  }();
  return spans;
}

const Timeline& run_of_million_spans() {
  static const Timeline timeline = [] {
    TimelineParts parts;
    parts.info.mode = Mode::threads;
    parts.end = {Outcome::finished, "", end_of_lanes()};
    for (std::size_t i = 0; i < kLanes; ++i) {
      TaskTrack task;
      task.name = "task " + std::to_string(i + 1);
      parts.info.tasks.push_back({task.name});
      task.spans = million_spans()[i];
      task.waited_before.resize(task.spans.size());
      task.submitted = task.started = Time{};
      task.finished = task.spans.back().end;
      task.outcome = Outcome::finished;
      WorkerTrack worker;
      worker.name = "thread " + std::to_string(i + 1);
      worker.spans = task.spans;
      std::erase_if(worker.spans, [](const Span& span) { return span.worker == WorkerId::none; });
      worker.before.resize(worker.spans.size());
      worker.turns.push_back({Time{}, task_id(i)});
      parts.tasks.push_back(std::move(task));
      parts.workers.push_back(std::move(worker));
    }
    return Timeline(std::move(parts));
  }();
  return timeline;
}

}  // namespace interleave::bench
