#include "core/processes/worker_processes.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <limits>
#include <utility>

#include "core/processes/channel.h"
#include "core/processes/core_seat.h"
#include "core/processes/messages.h"
#include "core/processes/spawn_process.h"
#include "core/processes/worker_command.h"

namespace interleave {

namespace {

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

}  // namespace

class WorkerProcesses::Child final : public ChildProcess {
 public:
  Child(WorkerProcesses& all, WorkerId worker, int process, int socket, std::function<void()> on_death)
      : all_(all),
        worker_(worker),
        process_(process),
        channel_(socket),
        on_death_(std::move(on_death)),
        core_(channel_, all.runtime_) {}
  ~Child() override;

  bool wait_until_ready() override;
  End run(TaskId task, Time due, EventLog& log) override;
  bool is_dead() const override { return is_dead_.load(); }

  // Under the guard of all.
  Channel& channel() { return channel_; }
  WorkerId worker() const { return worker_; }
  int process() const { return process_; }
  std::int64_t recorded_until() const { return recorded_until_.load(std::memory_order_acquire); }
  void look_for_death();

 private:
  WorkerProcesses& all_;
  const WorkerId worker_;
  const int process_;
  Channel channel_;
  const std::function<void()> on_death_;
  CoreSeat core_;
  // Before which stamp all is in the log; while it does nothing, that is so of every stamp. Released behind what it
  // tells of. Partner: the acquire in recorded_until().
  std::atomic<std::int64_t> recorded_until_ = kAll;
  std::atomic<bool> has_job_ = true;  // or gets ready
  std::atomic<bool> is_dead_ = false;
};

WorkerProcesses::Child::~Child() {
  {
    const std::scoped_lock lock(all_.mutex_);
    std::erase(all_.children_, this);
  }
  core_.leave();
  end_process(process_);
}

bool WorkerProcesses::Child::wait_until_ready() {
  const auto message = channel_.receive();
  is_dead_ = !message || message->kind != MessageKind::ready;
  has_job_ = false;
  return !is_dead_;
}

ChildProcess::End WorkerProcesses::Child::run(TaskId task, Time due, EventLog& log) {
  has_job_ = true;
  recorded_until_.store(all_.runtime_.stamp(), std::memory_order_release);
  End end;
  bool goes_on = channel_.send(MessageKind::job, to_bytes(ProcessExecution::Job{task, due}));
  while (goes_on) {
    const auto message = channel_.receive();
    if (!message) break;
    if (message->kind == MessageKind::events) {
      const TakenEvents taken = take_events(message->body, log);
      end.has_begun = end.has_begun || taken.count > 0;
      recorded_until_.store(taken.closed_until, std::memory_order_release);
    } else if (message->kind == MessageKind::ended) {
      ProcessExecution::End told = end_from(message->body);
      end = {told.stuck ? End::Kind::stuck : End::Kind::ended, std::move(told.why), told.at, end.has_begun};
      goes_on = false;
    } else {
      core_.answer(message->kind);
    }
  }
  is_dead_ = end.kind == End::Kind::died;
  recorded_until_.store(kAll, std::memory_order_release);
  has_job_ = false;
  return end;
}

void WorkerProcesses::Child::look_for_death() {
  if (has_job_ || is_dead_ || !channel_.is_closed()) return;
  is_dead_ = true;
  on_death_();
}

WorkerProcesses::WorkerProcesses(std::string scenario, OsRuntime& runtime)
    : scenario_(std::move(scenario)), runtime_(runtime) {}

WorkerProcesses::~WorkerProcesses() = default;

Result<std::unique_ptr<ChildProcess>, std::string> WorkerProcesses::start(WorkerId worker,
                                                                          std::function<void()> on_death) {
  const auto spawned = spawn_process(kWorkerCommand);
  if (!spawned) return spawned.error();
  auto child =
      std::make_unique<Child>(*this, worker, spawned.value().process, spawned.value().socket, std::move(on_death));
  const std::scoped_lock lock(mutex_);
  // In this order: no segment is missed.
  const auto behind = std::find_if(children_.begin(), children_.end(),
                                   [worker](const Child* other) { return other->worker() > worker; });
  children_.insert(behind, child.get());
  const WorkerSetup setup{worker, runtime_.start(), runtime_.clock_segment(), scenario_};
  child->channel().send(MessageKind::setup, to_bytes(setup));
  if (is_stopped_) kill_process(child->process());
  return std::unique_ptr<ChildProcess>(std::move(child));
}

void WorkerProcesses::kill_all() {
  const std::scoped_lock lock(mutex_);
  is_stopped_ = true;
  for (const Child* child : children_) kill_process(child->process());
}

void WorkerProcesses::follow_clock() {
  const std::scoped_lock lock(mutex_);
  const std::string segment = to_bytes(runtime_.clock_segment());
  for (Child* child : children_) child->channel().send(MessageKind::clock, segment);
}

std::int64_t WorkerProcesses::recorded_until(std::int64_t now) {
  const std::scoped_lock lock(mutex_);
  for (Child* child : children_) {
    child->look_for_death();
    now = std::min(now, child->recorded_until());
  }
  return now;
}

std::vector<int> WorkerProcesses::process_ids() const {
  const std::scoped_lock lock(mutex_);
  std::vector<int> ids;
  for (const Child* child : children_) ids.push_back(child->process());
  return ids;
}

}  // namespace interleave
