#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/run_context.h"
#include "core/runtime/guard.h"
#include "core/runtime/routine.h"

namespace interleave {

// At most max_workers workers share one queue, first in, first out. A worker is created when a job comes, none is
// unoccupied and the limit is not reached; a job goes to the lowest-numbered unoccupied one. When the limit falls,
// unoccupied workers leave at once, the highest-numbered first, then whoever finishes a job. What a worker is differs.
class WorkerPool : public Executor {
 public:
  // Its workers are numbered from `first_worker` on.
  WorkerPool(RunContext& context, int max_workers, WorkerId first_worker = worker_id(0));
  ~WorkerPool() override;

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  bool withdraw(TaskRun& task) override;
  void close() override;
  void set_max_workers(int max_workers, EventLog* log) override;

  // Takes a task whose submission is on record already. Why it cannot run, or nothing. Any worker.
  std::string take(TaskRun& task);

 protected:
  // A worker. Everything but the host and its log is under the pool's guard.
  struct Member {
    // `log_` is the worker's own; the host records there too, or what tasks do comes from elsewhere.
    Member(std::unique_ptr<Host> host_, EventLog* log_, std::size_t number_)
        : owned(std::move(host_)), host(*owned), log(log_), number(number_) {}
    virtual ~Member() = default;
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    // On its own thread: before its first job, and each of its jobs.
    virtual Routine get_ready() = 0;
    virtual Routine run(TaskRun& task) = 0;
    // Why nobody can do a job any more, found out between jobs; empty where nothing is wrong.
    virtual std::string loss() const { return ""; }
    // It does no more jobs.
    virtual void leave() {}

    const std::unique_ptr<Host> owned;
    Host& host;
    EventLog* const log;
    const std::size_t number;
    Worker* worker = nullptr;
    TaskRun* job = nullptr;  // what it was given and has not yet begun
    bool unoccupied = false;
    bool leaving = false;
  };

  RunContext& context() const { return context_; }
  WorkerId id_of(std::size_t number) const { return worker_id(first_worker_ + number); }
  virtual std::unique_ptr<Member> make_member(std::size_t number) = 0;

  // Nobody can do a job any more: those that have not begun fail for that reason, and all that are still to come. The
  // first reason counts, and is given back. On the thread of that worker.
  std::string break_down(const std::string& reason, Member& by);
  // Why that is so; empty: it is not.
  std::string breakdown();

 private:
  // What a worker has just done.
  enum class Before : std::uint8_t { nothing, job };
  // What a worker does next: a job, or to leave, or neither for now.
  struct Next {
    TaskRun* job = nullptr;
    bool leave = false;
  };

  // Tasks for which there is no worker, and why.
  using Refused = std::vector<std::pair<TaskRun*, std::string>>;

  Routine work(Member& self);
  void end(Refused refused, EventLog* log) const;
  void change_limit(int max_workers, EventLog* log, Refused& refused);
  std::string place(TaskRun& job);
  std::string create_worker(TaskRun& job);
  void end_job();
  void dismiss_unoccupied();
  Next next(Member& self, Before before);

  RunContext& context_;
  const std::size_t first_worker_;

  GuardMutex mutex_;  // of what follows
  std::size_t max_workers_;
  std::size_t working_ = 0;  // workers that have not left
  std::size_t jobs_ = 0;     // that were submitted and have not ended: any of them may submit others
  bool closed_ = false;
  std::string breakdown_;
  std::deque<TaskRun*> queue_;
  std::vector<std::unique_ptr<Member>> workers_;  // all that ever were, by number
  std::unique_ptr<Member> next_;                  // made for a thread that the system refused: kept for the next one
  // The numbers of the unoccupied ones, lowest first.
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> unoccupied_;
};

}  // namespace interleave
