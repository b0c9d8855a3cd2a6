#pragma once

#include <memory>
#include <string>

#include "app/gui/model/state/app_state.h"

// What update() does to open files. Without files (AppState::files) nothing.
namespace interleave::gui {

// A scenario or a recording. A bad file leaves everything as it was; why it is bad shows in the dialog, which opens
// for that. A file that comes later is shown by take_opened().
void open_file(AppState& state, const std::string& given);
// Shows what has come of the files that were asked for, in the order they were, when what is being typed can be left.
// True when any was shown.
bool take_opened(AppState& state);
// A recording that was read from that path.
void open_recording(AppState& state, const std::string& path, const std::string& bytes);

// A scenario as it came from a file's text.
Document::State opened_state(Scenario scenario, std::string text);
// An entry of what was opened: a scenario with its document, a recorded run with the scenario that it holds, if any.
ScenarioEntry opened_entry(Document document, const FileStamp& stamp);
ScenarioEntry opened_entry(RecordedRun recorded, const FileStamp& stamp);
// Makes it the chosen one, in the place of the entry of the same file if there is one.
void show_opened(AppState& state, ScenarioEntry opened);
// In the dialog's own words, whatever opened it.
void show_bad_file(AppState& state, const std::string& path, RecordingProblem problem);

}  // namespace interleave::gui
