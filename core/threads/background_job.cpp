#include "core/threads/background_job.h"

#include <system_error>
#include <thread>
#include <utility>

namespace interleave {

struct BackgroundJob::State {
  Work work;
  // Relaxed: it only hastens the end.
  std::atomic<bool> unwanted = false;
  // Release by the work's thread, acquire by done(): what the work wrote is seen with it.
  std::atomic<bool> done = false;
  std::thread thread;

  void run() {
    work(unwanted);
    done.store(true, std::memory_order_release);
  }
};

BackgroundJob::BackgroundJob(Work work) : state_(std::make_unique<State>()) {
  state_->work = std::move(work);
  try {
    state_->thread = std::thread([state = state_.get()] { state->run(); });
  } catch (const std::system_error&) {
    state_->run();
  }
}

BackgroundJob::~BackgroundJob() {
  give_up();
  if (state_->thread.joinable()) state_->thread.join();
}

void BackgroundJob::give_up() { state_->unwanted.store(true, std::memory_order_relaxed); }
bool BackgroundJob::done() const { return state_->done.load(std::memory_order_acquire); }

}  // namespace interleave
