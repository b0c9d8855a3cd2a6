#pragma once

#include <array>
#include <span>
#include <string_view>

// Keys that a file has because somebody thinks in another program's words, or of more than this version has.
namespace interleave {

// A word for a key that is known.
struct Synonym {
  std::string_view word;
  std::string_view key;
};

// A word for what is not there yet, and what there is for the need behind it.
struct LaterWord {
  std::string_view word;
  std::string_view instead;
};

inline constexpr std::string_view kInsteadOfWaitingForAll = "a step waits for the end of tasks with {\"await\": [...]}";
inline constexpr std::string_view kInsteadOfPermits =
    "declare it, \"semaphores\": {\"slots\": 2}, and give a step {\"lock\": \"slots\", \"steps\": [...]}";
inline constexpr std::string_view kInsteadOfQueues =
    "declare it, \"queues\": {\"belt\": 2}, and let steps \"put\" into it and \"get\" from it";
inline constexpr std::string_view kInsteadOfThreads =
    "in mode \"coroutine\" a task with \"to_thread\": true runs on a thread beside the loop";

inline constexpr std::array kLaterWords = {
    LaterWord{"gather", kInsteadOfWaitingForAll},
    LaterWord{"join", kInsteadOfWaitingForAll},
    LaterWord{"task_group", kInsteadOfWaitingForAll},
    LaterWord{"semaphore", kInsteadOfPermits},
    LaterWord{"queue", kInsteadOfQueues},
    LaterWord{"to_thread", kInsteadOfThreads},
    LaterWord{"run_in_executor", kInsteadOfThreads},
};

}  // namespace interleave
