#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// A run that was saved, and the scenario that it was a run of, where it was one of any.
struct RecordedRun {
  std::string path;
  std::string text;                          // the scenario's file, or empty
  std::shared_ptr<const Scenario> scenario;  // or null
  std::shared_ptr<const Timeline> timeline;
};

// Why a recording cannot be shown, as a sentence; the diagnostics are of the scenario in it.
struct RecordingProblem {
  std::string message;
  Diagnostics diagnostics = {};
};

bool is_recording(std::string_view path);

// What the bytes of that file hold.
Result<RecordedRun, RecordingProblem> read_recorded_run(std::string_view bytes, const std::string& path);

}  // namespace interleave::gui
