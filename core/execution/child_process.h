#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/execution/unwinding.h"
#include "core/record/event_log.h"

namespace interleave {

// A process that executes tasks in the place of a worker's thread, which waits for it meanwhile. For that thread alone.
class ChildProcess {
 public:
  // How its time with a task ended.
  struct End {
    enum class Kind : std::uint8_t {
      ended,  // the task is at its end
      stuck,  // the task waits for what nobody will give it: the process is of no more use
      died,   // the process is no more
    };
    Kind kind = Kind::died;
    Unwinding why = {};      // ended: the reason
    Time at{};               // ended: the process's logical time then
    bool has_begun = false;  // the task's beginning is on record
  };

  // Ends the process.
  virtual ~ChildProcess() = default;

  // Waits until it can execute tasks; false where it died before.
  virtual bool wait_until_ready() = 0;
  // Has the task executed, which was due then. What it does goes to the log meanwhile, its end too.
  virtual End run(TaskId task, Time due, EventLog& log) = 0;
  // Whether it is no more. Any thread.
  virtual bool is_dead() const = 0;
};

// Makes them. Any worker.
class ChildProcesses {
 public:
  virtual ~ChildProcesses() = default;

  // Starts the process of that worker; or says why there is none. `on_death` is called by some thread if the process
  // dies while it has no task.
  virtual Result<std::unique_ptr<ChildProcess>, std::string> start(WorkerId worker, std::function<void()> on_death) = 0;
  // All that there are are of no use any more.
  virtual void kill_all() = 0;
};

}  // namespace interleave
