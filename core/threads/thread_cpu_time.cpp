#include "core/threads/thread_cpu_time.h"

#include <ctime>
#include <string>

#ifdef __linux__
#include <pthread.h>
#include <sys/prctl.h>
#endif

namespace interleave {
namespace {

Duration used_cpu() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + Duration(time.tv_nsec);
}

}  // namespace

void prepare_worker_thread(const char* name) {
#ifdef __linux__
  constexpr unsigned long kOneNanosecond = 1;
  prctl(PR_SET_TIMERSLACK, kOneNanosecond);
  pthread_setname_np(pthread_self(), std::string(name).substr(0, 15).c_str());
#else
  (void)name;
#endif
}

Duration burn_cpu(Duration cpu_time) {
  const Duration begin = used_cpu();
  Duration used{0};
  while (used < cpu_time) {
    // Some work between two readings of the clock, each of which is a system call.
    volatile unsigned work = 1'000;
    while (work > 0) work = work - 1;
    used = used_cpu() - begin;
  }
  return used;
}

}  // namespace interleave
