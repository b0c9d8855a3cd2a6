#include "core/explore/step_runs.h"

#include <algorithm>

namespace interleave {
namespace {

// The bodies of the step in which any step passes.
std::vector<const std::vector<Step>*> bodies_with(const Step& step, const StepTest& passes) {
  std::vector<const std::vector<Step>*> found;
  for_each_body(step, [&](const std::vector<Step>& body) {
    if (std::any_of(body.begin(), body.end(), passes)) found.push_back(&body);
  });
  return found;
}

}  // namespace

std::optional<StepRun> span_of(const std::vector<Step>& steps, const StepTest& passes) {
  const auto first = std::find_if(steps.begin(), steps.end(), passes);
  if (first == steps.end()) return std::nullopt;
  const auto last = std::find_if(steps.rbegin(), steps.rend(), passes);
  if (first->id == last->id) {
    const auto within = bodies_with(*first, passes);
    if (within.size() == 1) return span_of(*within.front(), passes);
  }
  return StepRun{first->id, last->id};
}

std::vector<StepRun> each_of(const std::vector<Step>& steps, const StepTest& passes) {
  std::vector<StepRun> found;
  for_each_step(steps, [&](const Step& step) {
    if (passes(step)) found.push_back({step.id, step.id});
  });
  return found;
}

std::vector<StepRun> runs_in(const std::vector<Step>& steps, const StepTest& passes, const StepTest& is_wanted) {
  std::vector<StepRun> found;
  for (auto first = steps.begin(); first != steps.end(); ++first) {
    if (!passes(*first)) continue;
    for (auto last = steps.end(); last-- != first;) {
      if (passes(*last) && std::any_of(first, last + 1, is_wanted)) found.push_back({first->id, last->id});
    }
  }
  for (const Step& step : steps) {
    for_each_body(step, [&](const std::vector<Step>& body) {
      const auto within = runs_in(body, passes, is_wanted);
      found.insert(found.end(), within.begin(), within.end());
    });
  }
  return found;
}

bool contains(const std::vector<Step>& steps, const StepRun& run) {
  return find_step(steps, [&](const Step& step) { return step.id == run.first; }) != nullptr;
}

}  // namespace interleave
