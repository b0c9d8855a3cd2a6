#include "app/gui/model/explain/printed_lines.h"

#include <algorithm>

#include "core/execution/advance.h"
#include "core/execution/program.h"

namespace interleave::gui {

namespace {

// A task on its way through its steps, from print to print.
class Printer {
 public:
  Printer(const Program& program, TaskId task, bool forgets)
      : code_(&program.code(task)), state_(program.start(task)), forgets_(forgets) {}

  StepId next() {
    while (!is_over_) {
      const auto operation = advance(*code_, state_);
      if (!operation) break;
      if (operation.verb == Verb::print) return operation.step;
      const bool calls = operation.verb == Verb::call;  // without awaiting it
      if (calls && forgets_) return operation.step;
      if (calls) ++state_.at;
      leave_steps(operation);
    }
    return StepId::none;
  }

 private:
  // As far as the steps themselves tell why.
  void leave_steps(const Operation& operation) {
    Unwinding why;
    if (operation.verb == Verb::give_back) why.reason = Unwinding::Reason::returned;
    if (operation.verb == Verb::raise || operation.kind == Operation::Kind::fails)
      why.reason = Unwinding::Reason::failed;
    if (operation.kind == Operation::Kind::unwinds) why = state_.past->clean_ups[operation.target];
    if (why.reason != Unwinding::Reason::none) is_over_ = unwind(*code_, state_, why) == Left::everything;
  }

  const interleave::Code* code_;  // not the window's, of the same name
  TaskState state_;
  bool forgets_;
  bool is_over_ = false;
};

}  // namespace

std::vector<StepId> printing_steps(const Scenario& scenario, const Timeline& run) {
  const Program program(scenario);
  const std::optional<Mode> mode = run.info().mode;
  const bool forgets = mode && is_event_loop(traits(*mode));
  std::vector<std::optional<Printer>> printers(scenario.tasks.size());
  std::vector<StepId> steps;
  steps.reserve(run.output().size());
  for (const OutputLine& line : run.output()) {
    steps.push_back(StepId::none);
    if (line.task == TaskId::none || index(line.task) >= printers.size()) continue;
    auto& printer = printers[index(line.task)];
    if (!printer) printer.emplace(program, line.task, forgets);
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
