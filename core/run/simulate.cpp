#include "core/run/simulate.h"

#include <utility>

#include "core/run/run_info.h"
#include "core/run/schedule_problem.h"
#include "core/run/virtual_run.h"

namespace interleave {
namespace {

DirectedRun::Choice choice_of(const Gate& gate, const Token& token) {
  DirectedRun::Choice choice{.token = token};
  const Operation* const operation = gate.standing_before(token.task);
  if (operation == nullptr || token.kind != Token::Kind::step) return choice;
  choice.verb = operation->verb;
  choice.object = operation->object;
  if (operation->verb == Verb::start) choice.other = task_id(operation->target);
  const bool has_value = operation->verb == Verb::write || operation->verb == Verb::put;
  if (has_value) choice.value = operation->value;
  return choice;
}

}  // namespace

Simulator::Simulator(const Scenario& scenario) : program_(scenario), info_(program_info(scenario)) {}

std::shared_ptr<const Timeline> Simulator::run(const RunSettings& settings) const {
  VirtualRun run(program_, settings);
  run.go();
  return run.timeline(run_info(info_, settings, ClockKind::virtual_time), run.take_events());
}

Result<std::shared_ptr<const Timeline>, std::string> Simulator::run_by_schedule(const RunSettings& settings) const {
  VirtualRun run(program_, settings);
  run.go();
  std::shared_ptr<const Timeline> timeline =
      run.timeline(run_info(info_, settings, ClockKind::virtual_time), run.take_events());
  if (run.gate().next() != nullptr) return schedule_problem(run, *timeline);
  return timeline;
}

Result<DirectedRun, std::string> Simulator::direct(const RunSettings& settings) const {
  VirtualRun run(program_, settings, true);
  run.go();
  DirectedRun directed;
  directed.timeline = run.timeline(run_info(info_, settings, ClockKind::virtual_time), run.take_events());
  if (run.gate().next() != nullptr) return schedule_problem(run, *directed.timeline);
  for (const Token& token : run.gate().possible()) directed.choices.push_back(choice_of(run.gate(), token));
  return directed;
}

std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings) {
  return Simulator(scenario).run(settings);
}

}  // namespace interleave
