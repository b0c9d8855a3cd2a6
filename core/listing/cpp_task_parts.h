#pragma once

#include <string_view>

namespace interleave {

// Parts of the support of C++ programs whose tasks deal with each other on threads, in a pool or one after another.
extern const std::string_view kHandleBegin;
extern const std::string_view kHandleBeginOneByOne;
extern const std::string_view kResultInTime;
extern const std::string_view kResultInTimeOneByOne;
extern const std::string_view kJoin;
extern const std::string_view kWasCancelled;
extern const std::string_view kJoinUnlessCancelled;
extern const std::string_view kCancelThread;
extern const std::string_view kCancelQueued;
extern const std::string_view kTell;
extern const std::string_view kHandleEnd;
extern const std::string_view kHandles;
extern const std::string_view kCancelHandles;
extern const std::string_view kCall;
extern const std::string_view kEnds;
extern const std::string_view kAsCompleted;
extern const std::string_view kAsCompletedOneByOne;
extern const std::string_view kAllOf;
extern const std::string_view kAllOfIn;

// In cpp_task_launchers.cpp: who calls them; the last ones are members of the one that does so one after another.
extern const std::string_view kThreads;
extern const std::string_view kThreadPool;
extern const std::string_view kOneByOne;
extern const std::string_view kRunStarted;
extern const std::string_view kHasStarted;

}  // namespace interleave
