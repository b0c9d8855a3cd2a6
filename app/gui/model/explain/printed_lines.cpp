#include "app/gui/model/explain/printed_lines.h"

#include <algorithm>

#include "core/execution/program.h"

namespace interleave::gui {

namespace {

// A task on its way through its steps, from print to print.
class Printer {
 public:
  Printer(const Program& program, TaskId task) : code_(&program.code(task)), state_(program.start(task)) {}

  StepId next() {
    while (const auto operation = advance(*code_, state_)) {
      if (operation->verb == Verb::print) return operation->step;
    }
    return StepId::none;
  }

 private:
  const interleave::Code* code_;  // not the window's, of the same name
  TaskState state_;
};

}  // namespace

std::vector<StepId> printing_steps(const Scenario& scenario, const Timeline& run) {
  const Program program(scenario);
  std::vector<std::optional<Printer>> printers(scenario.tasks.size());
  std::vector<StepId> steps;
  steps.reserve(run.output().size());
  for (const OutputLine& line : run.output()) {
    steps.push_back(StepId::none);
    if (line.task == TaskId::none || index(line.task) >= printers.size()) continue;
    auto& printer = printers[index(line.task)];
    if (!printer) printer.emplace(program, line.task);
    steps.back() = printer->next();
  }
  return steps;
}

std::optional<std::size_t> span_before(const Timeline& run, const OutputLine& line) {
  if (line.task == TaskId::none) return std::nullopt;
  const auto& spans = run.tasks()[index(line.task)].spans;
  if (spans.empty()) return std::nullopt;
  const auto found =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.end < line.time; });
  return std::min(static_cast<std::size_t>(found - spans.begin()), spans.size() - 1);
}

}  // namespace interleave::gui
