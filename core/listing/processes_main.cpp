#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>

#include "core/listing/literals.h"
#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kProcessPool = R"(
// Processes of this program, at most so many, which do jobs by their numbers. Each has a thread here that gives it one
// job after the other, from one queue.
class ProcessPool {
 public:
  explicit ProcessPool(std::size_t max_workers) : max_workers_(max_workers) {}

  void submit(int job) {
    const std::lock_guard lock(mutex_);
    jobs_.push(job);
    if (unoccupied_ < jobs_.size() && threads_.size() < max_workers_) {
      threads_.emplace_back(&ProcessPool::work, this);
    }
    changed_.notify_one();
  }

  // Until every job is done.
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
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) throw std::runtime_error("no socket");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    char name[] = "worker";
    char* const arguments[] = {name, nullptr};
    pid_t process = 0;
    if (posix_spawn(&process, "/proc/self/exe", &actions, nullptr, arguments, environ) != 0) {
      throw std::runtime_error("no process");
    }
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::unique_lock lock(mutex_);
    while (true) {
      ++unoccupied_;
      changed_.wait(lock, [this] { return is_closed_ || !jobs_.empty(); });
      --unoccupied_;
      if (jobs_.empty()) break;
      int job = jobs_.front();
      jobs_.pop();
      lock.unlock();
      if (send(ends[0], &job, sizeof job, MSG_NOSIGNAL) != sizeof job || read(ends[0], &job, sizeof job) != sizeof job) {
        std::cerr << "a worker process died\n";
      }
      lock.lock();
    }
    lock.unlock();
    close(ends[0]);
    waitpid(process, nullptr, 0);
  }

  const std::size_t max_workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<int> jobs_;
  std::size_t unoccupied_ = 0;
  bool is_closed_ = false;
  std::vector<std::thread> threads_;
};
)";

// With jobs to do in the place of {}.
constexpr std::string_view kWorkerProcess = R"(
// Does jobs as their numbers come, until no more can come.
int be_worker() {
  int job = 0;
  while (read(0, &job, sizeof job) == sizeof job) {
    do_job(job);
    if (write(0, &job, sizeof job) != sizeof job) return 1;
  }
  return 0;
}
)";

void write_processes_in_python(ListingWriter& writer, const Outline& outline) {
  writer.wait_line(fmt::format("with ProcessPoolExecutor(max_workers={}) as pool:", outline.max_workers));
  writer.indent();
  write_submissions(writer, outline, "pool.submit({})");
  writer.outdent();
}

// What each number stands for.
void write_jobs(ListingWriter& writer, const Outline& outline) {
  writer.line("");
  writer.line("void do_job(int job) {");
  writer.indent();
  for (const TaskId task : outline.by_submission) {
    const std::string work = outline.may_fail() ? fmt::format("attempt({})", outline.work(task))
                                                : fmt::format("{}({})", outline.function_name(task),
                                                              fmt::join(outline.arguments(task), ", "));
    writer.line(fmt::format("if (job == {}) {};", index(task), work));
  }
  writer.outdent();
  writer.line("}");
  writer.support(kWorkerProcess);
}

void write_processes_in_cpp(ListingWriter& writer, const Outline& outline) {
  writer.support_line("if (std::string_view(arguments[0]) == \"worker\") return be_worker();");
  writer.line(fmt::format("ProcessPool pool({});", outline.max_workers));
  if (outline.has_later_tasks) writer.line("const auto start = std::chrono::steady_clock::now();");
  outline.for_each_submission(
      [&](TaskId task) {
        writer.task_line(task, fmt::format("pool.submit({});  // \"{}\"", index(task),
                                           comment_text(outline.scenario->tasks[index(task)].name)));
      },
      [&](TaskId first, std::string_view moment) {
        writer.arrival_line(first, fmt::format("std::this_thread::sleep_until(start + {} * SECOND);", moment));
      });
  write_never_started(writer, outline);
  writer.wait_line("pool.join();");
}

}  // namespace

const ModeProgram& processes_program() {
  static const ModeProgram kProgram = {
      .python = {.imports = {"from concurrent.futures import ProcessPoolExecutor"},
                 .names = "ProcessPoolExecutor pool",
                 .write_body = write_processes_in_python,
                 .guard = "if __name__ == \"__main__\":"},
      .cpp = {.support_imports = {"#include <condition_variable>", "#include <mutex>", "#include <queue>",
                                  "#include <spawn.h>", "#include <stdexcept>", "#include <string_view>",
                                  "#include <sys/socket.h>", "#include <sys/wait.h>", "#include <unistd.h>",
                                  "#include <vector>"},
              .names = "ProcessPool pool do_job be_worker job arguments worker",
              .write_support = [](ListingWriter& writer, const Outline& /*outline*/) { writer.support(kProcessPool); },
              .write_before_main = write_jobs,
              .write_body = write_processes_in_cpp},
  };
  return kProgram;
}

}  // namespace interleave
