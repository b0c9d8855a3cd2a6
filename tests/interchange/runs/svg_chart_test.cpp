#include "core/interchange/svg_chart.h"

#include <doctest/doctest.h>
#include <string>

#include "core/interchange/svg_bars.h"
#include "tests/interchange/runs/every_run.h"
#include "tests/interchange/xml_check.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

std::size_t spans_of(const Timeline& timeline) {
  std::size_t spans = 0;
  for (const TaskTrack& task : timeline.tasks()) spans += task.spans.size();
  for (const WorkerTrack& worker : timeline.workers()) spans += worker.spans.size();
  return spans;
}

std::string problem_with_picture(const Timeline& timeline) {
  const std::string svg = svg_chart(timeline);
  if (std::string problem = problem_with_xml(svg); !problem.empty()) return problem;
  if (svg.find("NaN") != svg.npos || svg.find("nan") != svg.npos || svg.find("=\"inf") != svg.npos) return "no number";
  if (svg.find("width=\"-") != svg.npos || svg.find("height=\"-") != svg.npos) return "a negative length";
  if (svg.find("share marks") == svg.npos && count(svg, "class=\"bar\"") < spans_of(timeline)) return "too few bars";
  return "";
}

}  // namespace

TEST_CASE("the picture of every built-in scenario in every mode is well-formed and has a bar for each span") {
  for_each_built_in_run([](const Timeline& timeline) {
    CHECK(problem_with_picture(timeline) == "");
    CHECK(svg_chart(timeline).find("share marks") == std::string::npos);
  });
}

TEST_CASE("the picture of a random run is well-formed and has a bar for each span unless it says otherwise") {
  CHECK(holds(300, [] { RC_ASSERT(problem_with_picture(*random_timeline()) == ""); }));
}

TEST_CASE("a lane's bars stand for each of its spans once, in order, and never overlap") {
  CHECK(holds(300, [] {
    const auto timeline = random_timeline();
    const double least = *rc::gen::elementOf(std::vector<double>{1, 2, 4, 16});
    const SvgScale scale{100, 50'000.0 * *rc::gen::inRange(1, 10), timeline->horizon()};
    for (const TaskTrack& task : timeline->tasks()) {
      std::size_t next = 0;
      double edge = 0;
      for (const SvgBar& bar : bars_of(task.spans, scale, least)) {
        RC_ASSERT(bar.first == next);
        RC_ASSERT(bar.count >= 1U);
        RC_ASSERT(bar.right - bar.left >= least);
        RC_ASSERT(bar.left > edge - 2 * least);
        next += bar.count;
        edge = bar.right;
      }
      RC_ASSERT(next == task.spans.size());
    }
  }));
}
