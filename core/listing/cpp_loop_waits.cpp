#include "core/listing/cpp_loop_parts.h"

namespace interleave {

constexpr std::string_view kInTime = R"(
// Waits only for so long: then the task is cancelled, and what that has thrown is an error.
template <class Begin>
Task in_time(std::chrono::duration<double> timeout, Begin begin) {
  Handle& task = *Handle::current;
  const int cancels = task.cancels();
  bool is_up = false;
  bool is_cancelled = false;
  std::exception_ptr thrown;
  Value value;
  {
    const TurningOff timer{event_loop.call_in(timeout, [&task, &is_up] {
      is_up = true;
      task.cancel();
    })};
    try {
      value = co_await begin();
    } catch (const Cancelled&) {
      is_cancelled = true;
      thrown = std::current_exception();
    } catch (...) {
      thrown = std::current_exception();
    }
  }
  if (is_up && task.take_back_cancel() <= cancels && is_cancelled) throw TimedOut();
  if (thrown) std::rethrow_exception(thrown);
  co_return value;
}
)";

constexpr std::string_view kResultInTimeOnLoop = R"(
Task Handle::result(std::chrono::duration<double> timeout) {
  return in_time(timeout, [this] { return result(); });
}
)";

constexpr std::string_view kHandlesOnLoop = R"(
// By name.
class Handles {
 public:
  Handle& operator[](const std::string& name) { return handles_[name]; }

 private:
  std::map<std::string, Handle> handles_;
};
)";

constexpr std::string_view kAllOnLoop = R"(
// The end of all of some tasks, or the first that is no value. To cancel it is to cancel them.
class All : public Future {
 public:
  explicit All(const std::vector<Handle*>& tasks) : tasks_(tasks), left_(tasks.size()) {}

  static std::shared_ptr<All> of(const std::vector<Handle*>& tasks) {
    const auto all = std::make_shared<All>(tasks);
    for (Handle* task : tasks) task->when_done([all, task] { all->note(*task); });
    return all;
  }

  bool cancel() override {
    if (is_done()) return false;
    bool any = false;
    bool is_to_come = false;
    for (Handle* task : tasks_) {
      is_to_come = is_to_come || !task->has_started();
      any = task->cancel() || any;
    }
    is_to_be_cancelled_ = is_to_be_cancelled_ || any;
    return any || (is_to_come && Future::cancel());
  }

 private:
  void note(const Handle& task) {
    --left_;
    if (is_done()) return;
    if (task.error()) {
      set_error(task.error());
    } else if (left_ == 0) {
      is_to_be_cancelled_ ? set_error(std::make_exception_ptr(Cancelled())) : set();
    }
  }

  std::vector<Handle*> tasks_;
  std::size_t left_;
  bool is_to_be_cancelled_ = false;
};

Task end_of(std::vector<Handle*> tasks) {
  const auto all = All::of(tasks);
  co_return co_await Wait{all.get()};
}
)";

constexpr std::string_view kAllOfOnLoop = R"(
template <class... Tasks>
Task all_of(Tasks&... tasks) {
  return end_of({&tasks...});
}
)";

constexpr std::string_view kAllOfInOnLoop = R"(
template <class... Tasks>
Task all_of_in(std::chrono::duration<double> timeout, Tasks&... tasks) {
  return in_time(timeout, [all = std::vector<Handle*>{&tasks...}] { return end_of(all); });
}
)";

constexpr std::string_view kAsCompletedOnLoop = R"(
// For a loop over tasks in the order in which they end: each time it awaits the next one.
class as_completed {
 public:
  template <class... Tasks>
  explicit as_completed(Tasks&... tasks) : left_(sizeof...(tasks)) {
    (ended_->wait_for(tasks, ended_), ...);
  }

  class Ended {
   public:
    Task result() {
      while (tasks_.empty()) {
        Future next;
        next_ = &next;
        bool is_cut = false;
        try {
          co_await Wait{&next};
        } catch (const Cancelled&) {
          is_cut = true;
        }
        next_ = nullptr;
        if (is_cut) throw Cancelled();
      }
      const Handle& task = *tasks_.front();
      tasks_.pop_front();
      co_return task.outcome();
    }

    void wait_for(Handle& task, const std::shared_ptr<Ended>& self) {
      task.when_done([self, &task] {
        self->tasks_.push_back(&task);
        if (self->next_ != nullptr && !self->next_->is_done()) self->next_->set();
      });
    }

   private:
    std::deque<Handle*> tasks_;
    Future* next_ = nullptr;
  };

  struct End {};
  struct Iterator {
    as_completed& tasks;
    Ended& operator*() const { return *tasks.ended_; }
    Iterator& operator++() {
      --tasks.left_;
      return *this;
    }
    bool operator!=(End) const { return tasks.left_ > 0; }
  };
  Iterator begin() { return {*this}; }
  End end() const { return {}; }

 private:
  std::shared_ptr<Ended> ended_ = std::make_shared<Ended>();
  std::size_t left_;
};
)";

}  // namespace interleave
