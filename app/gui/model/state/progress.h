#pragma once

#include <cstdint>
#include <string_view>

#include "app/gui/model/state/app_state.h"

// How far the run on the screen has come.
namespace interleave::gui {

// The run's state is a word, the same everywhere.
enum class Phase : std::uint8_t { ready, running, paused, finished, replaying, looking_back };

Phase phase(const AppState& state);
std::string_view name(Phase phase);

// How far what is known for certain reaches: a real run's record ends where the run is now.
Time recorded_until(const AppState& state);
// How far the picture reaches: the longer of the prediction and the record.
Time picture_end(const AppState& state);
// How far all that is drawn reaches: also what an edit would make of the run.
Time drawn_end(const AppState& state);
// How far the playhead can go: what is compared may last longer than the run on the screen.
Time playable_end(const AppState& state);
// Up to where things have happened: the playhead; before the first Run a moment before the start.
Time happened_until(const AppState& state);
// Whether the run on the screen is one of the program that is chosen: in its language, with its interpreter's lock or
// without, where that matters because tasks compute.
bool runs_chosen_program(const AppState& state);
// Whether the chosen program has tasks that compute and a language in which an interpreter's lock is a question.
bool gil_matters(const AppState& state);
// Whether the last run is still on the screen although the next would differ.
bool picture_is_outdated(const AppState& state);

// Whether there is something to pause, or to go on with.
bool can_pause(const AppState& state);
// Whether the run goes on out of the user's sight: in the past of a real run, or beside what is shown.
bool can_follow(const AppState& state);

}  // namespace interleave::gui
