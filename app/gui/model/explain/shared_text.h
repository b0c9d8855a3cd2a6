#pragma once

#include <string>
#include <vector>

#include "core/timeline/timeline.h"

// What tasks share, in words.
namespace interleave::gui {

// "lock alice".
std::string object_text(const RunInfo& info, ObjectId object);

// "rent, refund and 3 others", of the first few.
std::string tasks_text(const Timeline& timeline, const std::vector<TaskId>& tasks);

// What somebody waits for at that moment, and who has it: "lock bob, held by refund, which waits for alice"; "semaphore
// slots, whose permits a.zip and b.zip hold"; "queue belt, which is full".
std::string awaited_text(const Timeline& timeline, ObjectId object, Time now);
// What the span waits for: the same, or "the end of kitchen, which sleeps", "the next of soup and salad to end"; empty
// where it is nothing of others.
std::string awaited_text(const Timeline& timeline, const Span& span, Time now);
// "the end of soup", "the ends of soup and salad".
std::string ends_text(const Timeline& timeline, const std::vector<TaskId>& tasks);

// What is known of it at that moment: "alice is held by rent since 0.00 s; refund waits for it."
std::string shared_sentence(const Timeline& timeline, ObjectId object, Time now);

// What a use did: "wrote 2 to tickets", "took lock alice", "put 3 into belt".
std::string use_text(const RunInfo& info, const Access& access);

}  // namespace interleave::gui
