#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "core/runtime/worker.h"

namespace interleave {

// A coroutine that runs on a worker: a worker's whole program, or a part of one that its caller awaits. It starts when
// it is spawned or awaited, and its frame lives as long as this object. Transfers of control go through the worker's
// trampoline (set what comes next, return), never by symmetric transfer, which overflows the stack where the compiler
// does not turn it into a jump.
class Routine {
 public:
  struct promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  Routine() = default;
  Routine(Routine&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Routine& operator=(Routine&& other) noexcept {
    if (this != &other) {
      if (handle_) handle_.destroy();
      handle_ = std::exchange(other.handle_, {});
    }
    return *this;
  }
  ~Routine() {
    if (handle_) handle_.destroy();
  }

  // Makes it run on `worker`; when it ends, the worker goes on with `then`, or with nothing.
  std::coroutine_handle<> attach(Worker& worker, std::coroutine_handle<> then);
  bool done() const { return !handle_ || handle_.done(); }

  // Awaiting it from another routine runs it to its end on the same worker.
  auto operator co_await() &&;

 private:
  explicit Routine(Handle handle) : handle_(handle) {}

  Handle handle_;
};

struct Routine::promise_type {
  Worker* worker = nullptr;
  std::coroutine_handle<> then;

  struct Final {
    bool await_ready() const noexcept { return false; }
    void await_suspend(Handle self) const noexcept { self.promise().worker->next = self.promise().then; }
    void await_resume() const noexcept {}
  };

  Routine get_return_object() { return Routine(Handle::from_promise(*this)); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  Final final_suspend() const noexcept { return {}; }
  void return_void() const noexcept {}
  [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
};

inline std::coroutine_handle<> Routine::attach(Worker& worker, std::coroutine_handle<> then) {
  handle_.promise().worker = &worker;
  handle_.promise().then = then;
  return handle_;
}

inline auto Routine::operator co_await() && {
  struct Child {
    Routine child;
    bool await_ready() const noexcept { return false; }
    void await_suspend(Handle parent) {
      Worker& worker = *parent.promise().worker;
      worker.next = child.attach(worker, parent);
    }
    void await_resume() const noexcept {}
  };
  return Child{std::move(*this)};
}

// `Worker& self = co_await ThisWorker{};` the worker that the routine runs on.
struct ThisWorker {
  Worker* worker = nullptr;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(Routine::Handle self) noexcept {
    worker = self.promise().worker;
    return false;
  }
  Worker& await_resume() const noexcept { return *worker; }
};

}  // namespace interleave
