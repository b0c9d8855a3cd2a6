#pragma once

#include <memory>
#include <string>

#include "app/gui/model/app_state.h"

// What update() does with files: opening and saving. Without files (AppState::files) nothing.
namespace interleave::gui {

// A scenario or a recording. A bad file leaves everything as it was; why it is bad shows in the dialog, which opens
// for that. A file that comes later is shown by take_opened().
void open_file(AppState& state, const std::string& given);
// Shows what has come of the files that were asked for, in the order they were, when what is being typed can be left.
// True when any was shown.
bool take_opened(AppState& state);
inline constexpr const char* kNoRunText = "There is no finished run to save: press Run first.";

// The scenario, into its file.
void save(AppState& state);
// The scenario, or, where the file is to be a recording, the run on the screen.
void save_to(AppState& state, const std::string& path);

// Whether closing would lose anything of that scenario.
bool is_unsaved(const AppState& state, std::size_t position);

// The file that the chosen scenario, or the recorded run it came with, was read from; empty where there is none.
const std::string& watched_file(const AppState& state);
// Whether somebody else changed it since it was read or written here.
bool is_changed_outside(const AppState& state);
// Looks whether it was, and offers to read it again.
void check_file(AppState& state);
// The answers to that.
void read_again(AppState& state);
void keep_mine(AppState& state);

// A scenario as it came from a file's text.
Document::State opened_state(Scenario scenario, std::string text);
// Makes the entry of the document's path, or a new one, the chosen one.
void show_opened(AppState& state, Document document, const FileStamp& stamp,
                 std::shared_ptr<const RecordedRun> recorded);
// In the dialog's own words, whatever opened it.
void show_bad_file(AppState& state, const std::string& path, RecordingProblem problem);

}  // namespace interleave::gui
