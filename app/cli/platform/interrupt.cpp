#include "app/cli/platform/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <signal.h>
#include <time.h>

namespace interleave::cli {
namespace {

constexpr std::array kInterrupts = {SIGINT, SIGTERM};

// When the first signal came, in nanoseconds; 0 before. Written by the handler, on whichever thread the signal chose,
// and read by the thread that polls. Relaxed: nothing else is published with it. Lock-free, so that a handler may
// write it.
std::atomic<std::int64_t> first_signal = 0;
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

std::int64_t now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);  // may be called in a handler
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec + 1;
}

extern "C" void note_interrupt(int signal) {
  constexpr std::int64_t kPatience = 1'000'000'000;
  std::int64_t first = 0;
  if (first_signal.compare_exchange_strong(first, now(), std::memory_order_relaxed)) return;
  if (now() - first < kPatience) return;
  std::signal(signal, SIG_DFL);
  raise(signal);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  first_signal.store(0, std::memory_order_relaxed);
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int signal : kInterrupts) {
    // A shell's background job ignores SIGINT: what the parent chose to ignore stays ignored.
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
}

InterruptWatch::~InterruptWatch() {
  for (int signal : kInterrupts) {
    struct sigaction now {};
    sigaction(signal, nullptr, &now);
    if (now.sa_handler == note_interrupt) std::signal(signal, SIG_DFL);
  }
}

bool InterruptWatch::interrupted() const { return first_signal.load(std::memory_order_relaxed) != 0; }

void set_up_write_signals() {
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace interleave::cli
