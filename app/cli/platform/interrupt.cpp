#include "app/cli/platform/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>
#include <signal.h>

namespace interleave::cli {
namespace {

constexpr std::array kInterrupts = {SIGINT, SIGTERM};

// Written by the handler, on whichever thread the signal chose, and read by the thread that polls. Relaxed: nothing
// else is published with it. Lock-free, so that a handler may write it.
std::atomic<bool> was_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_interrupt(int) { was_interrupted.store(true, std::memory_order_relaxed); }

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&set, signal);
  return set;
}

}  // namespace

InterruptWatch::InterruptWatch() {
  was_interrupted.store(false, std::memory_order_relaxed);
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
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

bool InterruptWatch::interrupted() const { return was_interrupted.load(std::memory_order_relaxed); }

InterruptsHeld::InterruptsHeld() {
  const sigset_t set = ending_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

InterruptsHeld::~InterruptsHeld() {
  const sigset_t set = ending_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void set_up_write_signals() {
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace interleave::cli
