#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/execution/formula.h"
#include "core/explore/run_result.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What is to hold at the end of every run: terms joined by `and`, each a condition on shared variables, or one of
// `no lost updates`, `no stale decisions`, `no deadlock`, `no failure`.
class RunCondition {
 public:
  // What is wrong with the text, or the condition.
  static Result<RunCondition, std::string> read(std::string_view text, const Scenario& scenario);

  // In each process, where each has variables of its own; not where it cannot be computed.
  bool holds(const RunResult& result) const;

 private:
  bool no_lost_updates_ = false;
  bool no_stale_decisions_ = false;
  bool no_deadlock_ = false;
  bool no_failure_ = false;
  std::optional<Formula> formula_;
  ValueLayout layout_;
};

}  // namespace interleave
