#include "core/listing/cpp_task_parts.h"

namespace interleave {

constexpr std::string_view kThreads = R"(
// A thread for each task that has been started.
class Threads {
 public:
  void start(Handle& task) {
    const std::lock_guard lock(mutex_);
    threads_.emplace_back(&Handle::run, &task);
  }

  // All of them, and those that they start meanwhile.
  void join() {
    while (true) {
      std::thread thread;
      {
        const std::lock_guard lock(mutex_);
        if (threads_.empty()) return;
        thread = std::move(threads_.front());
        threads_.pop_front();
      }
      thread.join();
    }
  }

 private:
  std::mutex mutex_;
  std::deque<std::thread> threads_;
};

Threads threads;
void launch(Handle& task) { threads.start(task); }
)";

constexpr std::string_view kThreadPool = R"(
// A fixed number of threads that take tasks from one queue.
class ThreadPool {
 public:
  explicit ThreadPool(int max_workers) {
    for (int i = 0; i < max_workers; ++i) threads_.emplace_back(&ThreadPool::work, this);
  }

  void submit(Handle& task) {
    const std::lock_guard lock(mutex_);
    tasks_.push(&task);
    ++unfinished_;
    changed_.notify_one();
  }

  // Until all are done, and those that they start meanwhile.
  void join() {
    {
      const std::lock_guard lock(mutex_);
      is_closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return !tasks_.empty() || (is_closed_ && unfinished_ == 0); });
      if (tasks_.empty()) return;
      Handle& task = *tasks_.front();
      tasks_.pop();
      lock.unlock();
      task.run();
      lock.lock();
      if (--unfinished_ == 0) changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<Handle*> tasks_;
  std::size_t unfinished_ = 0;
  bool is_closed_ = false;
  std::vector<std::thread> threads_;
};
)";

constexpr std::string_view kOneByOne = R"(
// Tasks that have been started.
class Started {
 public:
  void add(Handle& task) { tasks_.push_back(&task); }

  // The one that is due next of those that wait to be called; null: there is none.
  Handle* next() const {
    Handle* earliest = nullptr;
    for (Handle* task : tasks_) {
      if (task->is_queued() && (earliest == nullptr || task->due() < earliest->due())) earliest = task;
    }
    return earliest;
  }

 private:
  std::vector<Handle*> tasks_;
};

Started started;
void launch(Handle& task) { started.add(task); }
)";

constexpr std::string_view kRunStarted = R"(
  // Calls those that nobody else calls, in the order in which they are due.
  void run() const {
    while (Handle* const task = next()) task->run();
  }
)";

constexpr std::string_view kHasStarted = R"(
  bool has(const Handle& task) const { return std::find(tasks_.begin(), tasks_.end(), &task) != tasks_.end(); }
)";

}  // namespace interleave
