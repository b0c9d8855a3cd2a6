#pragma once

#include <string_view>

namespace interleave {

// Parts of the support of C++ programs whose tasks deal with each other on an event loop, after asyncio of
// CPython 3.11: what is called in which turn is the same.

// In cpp_loop_tasks.cpp: coroutines, the loop, futures, and tasks as those that have a coroutine.
extern const std::string_view kCancelled;
extern const std::string_view kTaskOnLoop;
extern const std::string_view kLoop;
extern const std::string_view kFuture;
extern const std::string_view kHandleOnLoop;
extern const std::string_view kWait;
extern const std::string_view kResult;

// In cpp_loop_waits.cpp: tasks that wait for so long at most, or for several others.
extern const std::string_view kInTime;
extern const std::string_view kResultInTimeOnLoop;
extern const std::string_view kHandlesOnLoop;
extern const std::string_view kAllOnLoop;
extern const std::string_view kAllOfOnLoop;
extern const std::string_view kAllOfInOnLoop;
extern const std::string_view kAsCompletedOnLoop;

// In cpp_loop_objects.cpp: what tasks share; the last ones are members of those classes.
extern const std::string_view kLine;
extern const std::string_view kSemaphoreOfTasks;
extern const std::string_view kLockOfTasks;
extern const std::string_view kQueueOfTasks;
extern const std::string_view kAcquireInTimeOnLoop;
extern const std::string_view kPutInTimeOnLoop;
extern const std::string_view kGetInTimeOnLoop;

}  // namespace interleave
