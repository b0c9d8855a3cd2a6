#include "core/interchange/span_csv.h"

#include <doctest/doctest.h>
#include <sstream>
#include <string>
#include <vector>

#include "core/record/names.h"
#include "tests/interchange/runs/every_run.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

using Row = std::vector<std::string>;

Row fields_of(const std::string& line) {
  Row row;
  std::istringstream fields(line + ",");
  for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
  return row;
}

Time moment(const std::string& text) { return Time(Duration(std::llround(std::stold(text) * 1e9L))); }

// Reads the table back, whose names need no quotes.
std::string problem_with_table(const Timeline& timeline) {
  std::istringstream lines(span_csv(timeline));
  std::string line;
  std::getline(lines, line);
  if (line != "task,state,cause,begin,end,length,worker,step") return "no header";
  for (const TaskTrack& task : timeline.tasks()) {
    for (const Span& span : task.spans) {
      if (!std::getline(lines, line)) return "a row is missing";
      const Row row = fields_of(line);
      const std::string worker = span.worker == WorkerId::none ? "" : timeline.workers()[index(span.worker)].name;
      const std::string step = span.step == StepId::none ? "" : std::to_string(index(span.step) + 1);
      const bool same = row.size() == 8 && row[0] == task.name && row[1] == name(span.state) &&
                        row[2] == name(span.cause) && moment(row[3]) == span.begin && moment(row[4]) == span.end &&
                        moment(row[5]) - Time{} == span.end - span.begin && row[6] == worker && row[7] == step;
      if (!same) return "another span: " + line;
    }
  }
  return std::getline(lines, line) ? "a row too many" : "";
}

}  // namespace

TEST_CASE("the table of every built-in scenario in every mode gives back its spans") {
  for_each_built_in_run([](const Timeline& timeline) { CHECK(problem_with_table(timeline) == ""); });
}

TEST_CASE("the table of a random run gives back its spans") {
  CHECK(holds(300, [] { RC_ASSERT(problem_with_table(*random_timeline()) == ""); }));
}
