#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/execution/child_process.h"
#include "core/threads/os_runtime.h"

namespace interleave {

// The worker processes of a run: each is this very program again, told by its hidden command (see worker_command.h) to
// execute tasks of the scenario. They end with this object, with their connection to it, and so with this process,
// however that ends.
class WorkerProcesses final : public ChildProcesses {
 public:
  // The text of the scenario's file; the runtime, whose clock and cores are theirs too, outlives them.
  WorkerProcesses(std::string scenario, OsRuntime& runtime);
  ~WorkerProcesses() override;

  Result<std::unique_ptr<ChildProcess>, std::string> start(WorkerId worker, std::function<void()> on_death) override;
  void kill_all() override;

  // The clock has a new segment. Any thread.
  void follow_clock();
  // The stamp up to which all is on record that they have done, of the stamps before `now`. Tells who must know of
  // processes that died with nothing to do. Any thread, one at a time.
  std::int64_t recorded_until(std::int64_t now);
  // Of those that live, as the system knows them, in the order of their workers. Any thread.
  std::vector<int> process_ids() const;

 private:
  class Child;

  const std::string scenario_;
  OsRuntime& runtime_;

  mutable std::mutex mutex_;  // of what follows
  std::vector<Child*> children_;
  bool is_stopped_ = false;  // none is to live any more
};

}  // namespace interleave
