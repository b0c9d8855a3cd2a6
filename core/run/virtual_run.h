#pragma once

#include <memory>

#include "core/execution/execution.h"
#include "core/execution/gate.h"
#include "core/record/recorder.h"
#include "core/run/run_settings.h"
#include "core/runtime/virtual_runtime.h"
#include "core/timeline/timeline.h"

namespace interleave {

// One execution on the virtual clock with all that it needs, from its making to its timeline.
class VirtualRun {
 public:
  // The program outlives it. Where the gate stays closed, the run stands still behind its schedule, and all its tasks
  // have dealings, so that what they are at can be looked at.
  VirtualRun(const Program& program, const RunSettings& settings, bool stays_closed = false);

  // To its end, or until it stands still. Once.
  void go();

  const Execution& execution() const { return execution_; }
  const Gate& gate() const { return gate_; }
  Time now() const { return runtime_.now(); }
  // What was recorded, and has not been taken before.
  Batch take_events();

  // Of the events, which are all that there were. What was known before it began is put into that. Finished, unless
  // the run stands still and could go on.
  std::shared_ptr<Timeline> timeline(RunInfo info, const Batch& batch) const;

 private:
  Gate gate_;
  Recorder recorder_;
  VirtualRuntime runtime_;
  Execution execution_;
  VirtualRuntime::End end_ = VirtualRuntime::End::finished;
};

}  // namespace interleave
