#include "core/execution/launcher.h"

#include <algorithm>

namespace interleave {

// One after another, a failure of a task that the main program calls is one of its own.
bool Launcher::stops_at_failure() const {
  const bool hears_at_once = is_one_by_one() || mode_ == Mode::sequential;
  return policy_.on_error == OnError::cancel || (policy_.on_error == OnError::first && hears_at_once);
}

void Launcher::begin(Worker& main) {
  const Guard guard(mutex_);
  main_ = &main;
}

bool Launcher::may_submit() {
  const Guard guard(mutex_);
  return !awaits_ && !is_stopped_;
}

bool Launcher::is_stopped() {
  const Guard guard(mutex_);
  return is_stopped_;
}

void Launcher::submitted() {
  const Guard guard(mutex_);
  awaits_ = is_one_by_one();
}

Time Launcher::latest_end() {
  const Guard guard(mutex_);
  return latest_end_;
}

void Launcher::ended(Time at, Outcome outcome) {
  const Guard guard(mutex_);
  awaits_ = false;
  latest_end_ = std::max(latest_end_, at);
  // One after another, another task may have called it, and have handled that.
  const bool is_heard = mode_ != Mode::sequential;
  is_stopped_ = is_stopped_ || (is_heard && outcome == Outcome::failed && stops_at_failure());
  if (main_ != nullptr) runtime_.unpark(*main_);
}

void Launcher::put_back(Heard heard) {
  awaits_ = heard.awaits;
  is_stopped_ = heard.is_stopped;
}

void Launcher::stop() {
  const Guard guard(mutex_);
  is_stopped_ = true;
  if (main_ != nullptr) runtime_.unpark(*main_);
}

}  // namespace interleave
