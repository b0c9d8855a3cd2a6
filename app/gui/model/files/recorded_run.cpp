#include "app/gui/model/files/recorded_run.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/files/files.h"
#include "core/interchange/recording.h"
#include "core/run/run_info.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

// Names and ids of the run refer to the scenario's: somebody may have put the two together who should not have.
bool is_run_of(const Timeline& timeline, const Scenario& scenario) {
  return std::equal(timeline.tasks().begin(), timeline.tasks().end(), scenario.tasks.begin(), scenario.tasks.end(),
                    [](const TaskTrack& track, const Task& task) { return track.name == task.name; });
}

}  // namespace

bool is_recording(std::string_view path) { return path.ends_with(kRecordingExtension); }

Result<RecordedRun, RecordingProblem> read_recorded_run(std::string_view bytes, const std::string& path) {
  auto recording = read_recording(bytes);
  const std::string name = file_name(path);
  if (!recording) return RecordingProblem{fmt::format("{} {}", name, recording.error())};
  auto [text, timeline] = std::move(recording).value();
  if (text.empty()) return RecordedRun{path, {}, nullptr, std::move(timeline)};
  auto loaded = load_scenario(text, name);
  if (!loaded) return RecordingProblem{"The scenario in this recording cannot be read:", std::move(loaded).error()};
  auto scenario = std::make_shared<const Scenario>(std::move(loaded).value());
  if (!is_run_of(*timeline, *scenario)) {
    return RecordingProblem{fmt::format("{} holds a run of another scenario than the one that stands in it.", name)};
  }
  if (timeline->info().steps.empty()) timeline->describe(program_info(*scenario));
  return RecordedRun{path, std::move(text), std::move(scenario), std::move(timeline)};
}

}  // namespace interleave::gui
