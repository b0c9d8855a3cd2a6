#include "tests/bench/report.h"

#include <algorithm>
#include <fmt/format.h>

#include "tests/bench/figure.h"
#include "tests/bench/goals.h"

namespace interleave::bench {
namespace {

// A time of a few seconds at most.
std::string time_with_unit(double value) {
  if (value >= 10e-3) return fmt::format("{:.0f} ms", value * 1e3);
  if (value >= 10e-6) return fmt::format("{:.2f} ms", value * 1e3);
  return fmt::format("{:.2f} ns", value * 1e9);
}

std::string bytes_with_unit(double value) { return fmt::format("{:.{}f} B", value, value < 10 ? 1 : 0); }

std::string goal_text(const Line& line) {
  switch (line.goal) {
    case Line::Goal::at_most_times:
      return fmt::format("≤ {}", line.value);
    case Line::Goal::times_faster:
      return fmt::format("≤ {:.2f} ({}x faster)", 1 / line.value, line.value);
    case Line::Goal::at_most_bytes:
    case Line::Goal::at_most_seconds:
      return "≤ 1";
    case Line::Goal::none:
      break;
  }
  return "";
}

std::string verdict(const Line& line, double ratio) {
  switch (line.goal) {
    case Line::Goal::at_most_times:
      return ratio <= line.value ? "met" : "missed";
    case Line::Goal::times_faster:
      return ratio <= 1 / line.value ? "met" : "missed";
    case Line::Goal::at_most_bytes:
    case Line::Goal::at_most_seconds:
      return ratio <= 1 ? "met" : "missed";
    case Line::Goal::none:
      break;
  }
  return "";
}

}  // namespace

bool Report::ReportContext(const Context& context) {
  PrintBasicContext(&GetErrorStream(), context);
  return true;
}

void Report::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Iteration) continue;
    // Without what Google Benchmark says about the way it was measured.
    const std::string name = run.run_name.function_name + (run.run_name.args.empty() ? "" : "/" + run.run_name.args);
    for (const char* counter : {kTime, kBytes}) {
      const auto found = run.counters.find(counter);
      if (found == run.counters.end()) continue;
      samples_[name].push_back(found->second.value);
      if (counter == std::string_view(kBytes)) in_bytes_.insert(name);
    }
  }
}

std::string Report::text() const {
  std::string table = "| what | measured | limit | ratio | goal | |\n| --- | ---: | ---: | ---: | --- | --- |\n";
  for (const Line& line : kLines) {
    const std::optional<double> measured = median_of(line.figure);
    const bool fixed = line.goal == Line::Goal::at_most_bytes || line.goal == Line::Goal::at_most_seconds;
    const std::optional<double> limit = fixed ? line.value : median_of(line.limit);
    if (!measured || !limit) continue;
    const double ratio = *measured / *limit;
    const auto with_unit = [&](double value) {
      return in_bytes_.contains(line.figure) ? bytes_with_unit(value) : time_with_unit(value);
    };
    table += fmt::format("| {} | {} | {} | {:.2f} | {} | {} |\n", line.what, with_unit(*measured), with_unit(*limit),
                         ratio, goal_text(line), verdict(line, ratio));
  }
  return table;
}

std::optional<double> Report::median_of(std::string_view benchmark) const {
  const auto found = samples_.find(benchmark);
  if (found == samples_.end()) return std::nullopt;
  std::vector<double> values = found->second;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace interleave::bench
