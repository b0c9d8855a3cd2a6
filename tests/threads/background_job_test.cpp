#include "core/threads/background_job.h"

#include <doctest/doctest.h>
#include <thread>

namespace interleave {

TEST_CASE("what a background job wrote is there once it is done") {
  int result = 0;
  const BackgroundJob job([&](const std::atomic<bool>&) { result = 42; });
  while (!job.done()) std::this_thread::yield();
  CHECK(result == 42);
}

TEST_CASE("a background job that nobody waits for is told so, and its end is waited for") {
  bool returned = false;
  {
    const BackgroundJob job([&](const std::atomic<bool>& unwanted) {
      while (!unwanted.load()) std::this_thread::yield();
      returned = true;
    });
  }
  CHECK(returned);
}

}  // namespace interleave
