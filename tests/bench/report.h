#pragma once

#include <benchmark/benchmark.h>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::bench {

// Collects what is measured and puts every figure beside its limit: medians of the repetitions, as a table in Markdown.
class Report final : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;

  std::string text() const;

 private:
  // Nothing where the benchmark was left out.
  std::optional<double> median_of(std::string_view benchmark) const;

  // The repetitions of each benchmark: seconds or bytes an item.
  std::map<std::string, std::vector<double>, std::less<>> samples_;
  std::set<std::string, std::less<>> in_bytes_;  // the others are times
};

}  // namespace interleave::bench
