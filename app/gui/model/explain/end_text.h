#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/timeline/ends.h"

// How tasks and runs ended, in words.
namespace interleave::gui {

// "failed", "timed out", "cancelled".
std::string_view name(TaskEnd end);
// One sentence on what it means.
std::string_view explanation(TaskEnd end);

// What stands beside the mark of a task's end besides the time, unless it went well: "disk full", "timed out",
// "cancelled by nightly". Empty where the mark says all.
std::string end_reason(const Timeline& timeline, TaskId task);

// How it ended, why, and what came of that: "disk failed at 2.00 s: disk full. nightly handled that." Nothing of one
// that goes on.
std::vector<std::string> end_sentences(const Timeline& timeline, TaskId task);

// What a run came to that did not go well: "Deadlock at 0.10 s: …", "The run failed: disk: disk full."; else empty.
std::string run_end_text(const Timeline& timeline);

// "took", "failed after", "deadlocked at".
std::string_view run_outcome_text(Outcome outcome);
// Of a run to come: what it will do. "take", "fail after".
std::string_view coming_outcome_text(Outcome outcome);

}  // namespace interleave::gui
