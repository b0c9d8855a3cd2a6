#include "tests/bench/scenarios.h"

#include <string>

namespace interleave::bench {
namespace {

Number number(std::int64_t value) { return {std::to_string(value), std::chrono::seconds(value), value}; }

Step sleep_of(Quantity length) { return {step_id(1), {}, verb::Sleep{std::move(length)}}; }

Step repeat(std::int64_t times, std::vector<Step> steps) {
  return {step_id(0), {}, verb::Repeat{number(times), "", std::move(steps)}};
}

Scenario calling(std::size_t tasks, Function function) {
  Scenario scenario;
  scenario.functions.push_back(std::move(function));
  scenario.tasks.resize(tasks);
  for (Task& task : scenario.tasks) task.function = 0;
  return scenario;
}

}  // namespace

Scenario yielding_tasks(std::size_t tasks, std::int64_t yields) {
  Function function;
  function.steps.push_back(repeat(yields, {sleep_of(number(0))}));
  return calling(tasks, std::move(function));
}

Scenario trivial_tasks(std::size_t tasks) { return calling(tasks, {}); }

Scenario sleeping_tasks(std::size_t tasks, std::int64_t sleeps) {
  Function function;
  function.parameters = {"seconds"};
  function.steps.push_back(repeat(sleeps, {sleep_of(Placeholder{"seconds"})}));
  Scenario scenario = calling(tasks, std::move(function));
  RandomSleeps lengths;
  for (Task& task : scenario.tasks) {
    task.arguments.emplace_back(Number{.text = {}, .duration = lengths.next(), .integer = {}});
  }
  return scenario;
}

Duration RandomSleeps::next() {
  // xorshift64: Marsaglia, "Xorshift RNGs", 2003
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  constexpr std::uint64_t kShortest = 10'000'000;
  constexpr std::uint64_t kLongest = 1'000'000'000;
  return Duration(static_cast<std::int64_t>(kShortest + state_ % (kLongest - kShortest)));
}

}  // namespace interleave::bench
