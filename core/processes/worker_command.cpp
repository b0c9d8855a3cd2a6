#include "core/processes/worker_command.h"

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/execution/process_execution.h"
#include "core/processes/channel.h"
#include "core/processes/messages.h"
#include "core/processes/remote_cores.h"
#include "core/record/recorder.h"
#include "core/scenario/loader.h"
#include "core/threads/os_runtime.h"

namespace interleave {
namespace {

constexpr int kUsageError = 2;

// How often what has happened is told while a task is being executed.
constexpr int kTellEvery = 5;  // ms

bool is_socket(int file) {
  struct stat status {};
  return ::fstat(file, &status) == 0 && S_ISSOCK(status.st_mode);
}

OsRuntime::Options options_of(const Scenario& scenario, const WorkerSetup& setup, Tokens& cores) {
  OsRuntime::Options options;
  options.time_slice = scenario.machine.time_slice;
  options.speed = setup.clock.speed;
  options.start = setup.start;
  options.cores_elsewhere = &cores;
  return options;
}

// The process: one thread executes tasks, this one listens and tells. It ends with its connection.
class WorkerProcess {
 public:
  WorkerProcess(Channel& channel, const WorkerSetup& setup, const Scenario& scenario)
      : channel_(channel),
        program_(scenario),
        cores_(channel),
        runtime_(options_of(scenario, setup, cores_)),
        execution_(program_, setup.worker, runtime_, recorder_,
                   [this](ProcessExecution::End end) { tell(std::move(end)); }),
        told_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    runtime_.follow(setup.clock);
  }

  // Nobody needs what is left of it then.
  [[noreturn]] void serve() {
    if (!runtime_.spawn("tasks", execution_.worker())) ::_exit(1);
    if (!channel_.send(MessageKind::ready)) ::_exit(0);
    for (;;) {
      pollfd files[] = {{channel_.socket(), POLLIN, 0}, {told_, POLLIN, 0}};
      ::poll(files, 2, has_job_ ? kTellEvery : -1);
      if (files[0].revents != 0) hear();
      if (has_job_) report();
    }
  }

 private:
  // On the thread that executes.
  void tell(ProcessExecution::End end) {
    {
      const std::scoped_lock lock(mutex_);
      end_ = std::move(end);
    }
    const std::uint64_t one = 1;
    if (::write(told_, &one, sizeof one) < 0) return;  // it is told already
  }

  void hear() {
    const auto message = channel_.receive();
    if (!message) ::_exit(0);
    switch (message->kind) {
      case MessageKind::job:
        has_job_ = true;
        return execution_.submit(job_from(message->body));
      case MessageKind::clock:
        return runtime_.follow(segment_from(message->body));
      case MessageKind::has_core:
      case MessageKind::must_wait:
      case MessageKind::nobody_waits:
      case MessageKind::granted:
        return cores_.hear(message->kind);
      case MessageKind::setup:
      case MessageKind::ready:
      case MessageKind::events:
      case MessageKind::ended:
      case MessageKind::ask_for_core:
      case MessageKind::pass_core_on:
      case MessageKind::give_core_back:
        ::_exit(1);
    }
  }

  // First whether it is at its end: then all that led there is on record.
  void report() {
    std::optional<ProcessExecution::End> end;
    {
      const std::scoped_lock lock(mutex_);
      end = std::exchange(end_, std::nullopt);
    }
    std::uint64_t count = 0;
    if (::read(told_, &count, sizeof count) < 0) count = 0;  // nothing was told
    const Batch batch = recorder_.drain([this] { return runtime_.stamp(); });
    if (!channel_.send(MessageKind::events, to_bytes(batch.events, batch.closed_until))) ::_exit(0);
    if (!end) return;
    has_job_ = false;
    if (!channel_.send(MessageKind::ended, to_bytes(*end))) ::_exit(0);
  }

  Channel& channel_;
  const Program program_;
  Recorder recorder_;
  RemoteCores cores_;
  OsRuntime runtime_;
  ProcessExecution execution_;
  const int told_;
  bool has_job_ = false;

  std::mutex mutex_;  // of what follows
  std::optional<ProcessExecution::End> end_;
};

int be_worker_process() {
  std::signal(SIGPIPE, SIG_IGN);
  if (!is_socket(STDIN_FILENO)) {
    std::fputs("worker-process is how Interleave starts its own worker processes; it is no command of its user\n",
               stderr);
    return kUsageError;
  }
  Channel channel(STDIN_FILENO);
  const auto message = channel.receive();
  if (!message || message->kind != MessageKind::setup) return kUsageError;
  const WorkerSetup setup = setup_from(message->body);
  const auto scenario = load_scenario(setup.scenario, "scenario");
  if (!scenario) return kUsageError;
  WorkerProcess(channel, setup, scenario.value()).serve();
}

}  // namespace

std::optional<int> run_worker_command(int count, const char* const* arguments) {
  if (count != 2 || kWorkerCommand != arguments[1]) return std::nullopt;
  return be_worker_process();
}

}  // namespace interleave
