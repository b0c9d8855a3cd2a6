#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// Finds the step that a span stands for, and says what it does. Refers to the scenario, which must outlive it.
class StepIndex {
 public:
  explicit StepIndex(const Scenario& scenario);

  const Step* find(StepId id) const;

  // The amount as the file writes it for this task, with a placeholder resolved: "5". None where it varies (an index).
  std::optional<std::string> amount(const Step& step, TaskId task) const;

  // What a task does in a span: "sleep 5 s", "queued", "ready".
  std::string label(const Span& span) const;

  // Whether any step computes, so that cores matter.
  bool computes() const { return computes_; }

  const Scenario& scenario() const { return *scenario_; }

 private:
  const Scenario* scenario_;
  std::vector<const Step*> steps_;  // by StepId
  bool computes_;
};

}  // namespace interleave::gui
