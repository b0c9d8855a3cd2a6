#pragma once

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace interleave::testing {

// How many threads this process has, or 0 where the system does not say. A sanitizer may have one of its own, from the
// first thread on: so there is a first one.
inline int threads_of_this_process() {
  std::thread([] {}).join();
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "Threads:") continue;
    int count = 0;
    status >> count;
    return count;
  }
  return 0;
}

// Whether no more than `most` are left: a thread that was joined may be counted for a moment longer.
inline bool threads_are_down_to(int most) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (threads_of_this_process() > most) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace interleave::testing
