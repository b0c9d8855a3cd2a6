#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace interleave {

// A piece of work on a thread of its own, beside whoever made it. What the work wrote may be read once done() is true.
// Where the system refuses the thread, the work is done at once, by the maker. Belongs to the thread that made it.
class BackgroundJob {
 public:
  // `work` looks at its argument now and then, and returns early when that says that nobody waits any more.
  using Work = std::function<void(const std::atomic<bool>& unwanted)>;

  explicit BackgroundJob(Work work);
  // Waits for the work to return.
  ~BackgroundJob();
  BackgroundJob(const BackgroundJob&) = delete;
  BackgroundJob& operator=(const BackgroundJob&) = delete;

  // Tells the work that nobody waits for it any more.
  void give_up();
  bool done() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace interleave
