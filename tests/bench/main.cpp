// `interleave_bench` is a program of Google Benchmark, with all of its options; `interleave_bench --report` measures
// every figure and its limit in turns and prints them beside each other.
#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include "tests/bench/heap.h"
#include "tests/bench/report.h"

int main(int count, char** words) {
  using namespace interleave::bench;
  keep_heap_warm();
  std::vector<char*> arguments(words, words + count);
  const auto asked = std::find(arguments.begin(), arguments.end(), std::string_view("--report"));
  const bool report = asked != arguments.end();
  // Turns, so that whatever else the machine does meanwhile falls on both sides; options of the user's come later and
  // win.
  std::string repetitions = "--benchmark_repetitions=15";
  std::string turns = "--benchmark_enable_random_interleaving=true";
  std::string length = "--benchmark_min_time=0.1";
  if (report) {
    arguments.erase(asked);
    arguments.insert(arguments.begin() + 1, {repetitions.data(), turns.data(), length.data()});
  }
  int left = static_cast<int>(arguments.size());
  benchmark::Initialize(&left, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(left, arguments.data())) return 1;
  if (report) {
    Report table;
    benchmark::RunSpecifiedBenchmarks(&table);
    std::fputs(table.text().c_str(), stdout);
  } else {
    benchmark::RunSpecifiedBenchmarks();
  }
  return 0;
}
