#include "tests/support/random_scenario.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <rapidcheck.h>
#include <utility>

#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

// A whole number of nanoseconds as seconds.
std::string in_seconds(Duration length) {
  return fmt::format("{}.{:09}", length.count() / 1'000'000'000, length.count() % 1'000'000'000);
}

// Steps as text, and what they come to.
class Writer {
 public:
  explicit Writer(const Taste& taste) : taste_(taste) {}

  PlannedScenario write() && {
    PlannedScenario planned;
    std::string tasks;
    const int count = *rc::gen::inRange(1, taste_.most_tasks + 1);
    for (int i = 0; i < count; ++i) {
      PlannedTask& task = planned.tasks.emplace_back();
      task.name = fmt::format("t{}", i);
      task.after = *rc::gen::inRange(0, 3) == 0 ? length() : Duration(0);
      tasks += fmt::format(R"({}{{"name": "{}", "after": {}, {}}})", i == 0 ? "" : ",\n", task.name,
                           in_seconds(task.after), call_or_steps(task));
    }
    planned.text = fmt::format(
        R"({{"interleave": 1, "title": "random", "machine": {{"cores": {}, "time_slice": {}, "process_start": {}}},
"functions": {{{}}},
"tasks": [{}]}})",
        *rc::gen::inRange(1, 5), in_seconds(std::chrono::microseconds(*rc::gen::element(1'000, 1'500, 20'000))),
        in_seconds(std::chrono::microseconds(*rc::gen::element(0, 500, 2'500, 50'000))), functions_, tasks);
    planned.scenario = scenario_of(planned.text);
    return planned;
  }

 private:
  // A function of its own with a length and a number as parameters, or own steps.
  std::string call_or_steps(PlannedTask& task) {
    parameters_ = *rc::gen::arbitrary<bool>();
    argument_length_ = length();
    argument_number_ = *rc::gen::inRange(0, 4);
    task_ = task.name;
    const std::string steps = write_steps(0, task.steps);
    if (!parameters_) return fmt::format(R"("steps": [{}])", steps);
    functions_ += fmt::format(R"({}"f_{}": {{"parameters": ["length", "number"], "steps": [{}]}})",
                              functions_.empty() ? "" : ",\n", task.name, steps);
    return fmt::format(R"("call": "f_{}", "arguments": {{"length": {}, "number": {}}})", task.name,
                       in_seconds(argument_length_), argument_number_);
  }

  // What one pass through `count` random steps executes is appended to `planned`.
  std::string write_steps(int depth, std::vector<PlannedStep>& planned) {
    std::string text;
    const int count = *rc::gen::inRange(depth == 0 ? 0 : 1, taste_.most_steps + 1);
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ", ") + write_step(depth, planned);
    return text;
  }

  std::string write_step(int depth, std::vector<PlannedStep>& planned) {
    switch (*rc::gen::inRange(0, depth < taste_.most_depth ? 7 : 6)) {
      case 0:
      case 1:
        return write_print(planned);
      case 2:
      case 3:
        return write_wait("sleep", Verb::sleep, planned);
      case 4:
        return write_wait("block", Verb::block, planned);
      case 5:
        return taste_.computes ? write_wait("compute", Verb::compute, planned) : write_print(planned);
      default:
        return write_repeat(depth, planned);
    }
  }

  // Each place where a line is printed has a number; {i} stands for the innermost index.
  std::string write_print(std::vector<PlannedStep>& planned) {
    const int place = ++places_;
    const std::string index = index_names_.empty() ? "" : " {" + index_names_.back() + "}";
    planned.push_back({Verb::print, Duration(0), fmt::format("{} {}{}", task_, place, index)});
    return fmt::format(R"({{"print": "{{task}} {}{}"}})", place, index);
  }

  std::string write_wait(const std::string& word, Verb verb, std::vector<PlannedStep>& planned) {
    const bool from_argument = parameters_ && *rc::gen::inRange(0, 3) == 0;
    const Duration lasts = from_argument ? argument_length_ : length();
    planned.push_back({verb, lasts, ""});
    return from_argument ? fmt::format(R"({{"{}": "{{length}}"}})", word)
                         : fmt::format(R"({{"{}": {}}})", word, in_seconds(lasts));
  }

  std::string write_repeat(int depth, std::vector<PlannedStep>& planned) {
    const bool from_argument = parameters_ && *rc::gen::arbitrary<bool>();
    const int times = from_argument ? argument_number_ : *rc::gen::inRange(0, 4);
    const std::string index = fmt::format("i{}", depth);
    index_names_.push_back(index);
    std::vector<PlannedStep> pass;
    const std::string steps = write_steps(depth + 1, pass);
    index_names_.pop_back();
    for (int i = 0; i < times; ++i) {
      for (PlannedStep step : pass) {
        const std::size_t at = step.line.find("{" + index + "}");
        if (at != std::string::npos) step.line.replace(at, index.size() + 2, std::to_string(i));
        planned.push_back(std::move(step));
      }
    }
    return fmt::format(R"({{"repeat": {}, "index": "{}", "steps": [{}]}})",
                       from_argument ? R"("{number}")" : std::to_string(times), index, steps);
  }

  Duration length() const { return *rc::gen::inRange<std::int64_t>(0, taste_.most_grains + 1) * taste_.grain; }

  const Taste& taste_;
  std::string functions_;
  std::string task_;
  bool parameters_ = false;
  Duration argument_length_{0};
  int argument_number_ = 0;
  int places_ = 0;
  std::vector<std::string> index_names_;
};

}  // namespace

Duration PlannedTask::total(Verb verb) const {
  Duration sum{0};
  for (const PlannedStep& step : steps) sum += step.verb == verb ? step.length : Duration(0);
  return sum;
}

std::vector<std::string> PlannedTask::lines() const {
  std::vector<std::string> lines;
  for (const PlannedStep& step : steps) {
    if (step.verb == Verb::print) lines.push_back(step.line);
  }
  return lines;
}

std::vector<std::size_t> PlannedScenario::by_submission() const {
  std::vector<std::size_t> order(tasks.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [this](std::size_t a, std::size_t b) { return tasks[a].after < tasks[b].after; });
  return order;
}

int PlannedScenario::tasks_with(Verb verb) const {
  return static_cast<int>(std::count_if(tasks.begin(), tasks.end(),
                                        [verb](const PlannedTask& task) { return task.total(verb).count() > 0; }));
}

PlannedScenario random_scenario(const Taste& taste) { return Writer(taste).write(); }

}  // namespace interleave::testing
