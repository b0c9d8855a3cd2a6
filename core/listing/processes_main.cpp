#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <string_view>
#include <utility>

#include "core/listing/cpp_main.h"
#include "core/listing/literals.h"
#include "core/listing/main_ends.h"
#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"
#include "core/listing/support_text.h"

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
    jobs_.push_back(job);
    if (unoccupied() < jobs_.size() && threads_.size() < max_workers_) {
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
      changed_.wait(lock, [this] { return is_closed_ || !jobs_.empty(); });
      if (jobs_.empty()) break;
      int job = jobs_.front();
      jobs_.pop_front();
      ++busy_;
      lock.unlock();
      if (send(ends[0], &job, sizeof job, MSG_NOSIGNAL) != sizeof job || read(ends[0], &job, sizeof job) != sizeof job) {
        std::cerr << "a worker process died\n";
      }
      lock.lock();
      --busy_;
    }
    lock.unlock();
    close(ends[0]);
    waitpid(process, nullptr, 0);
  }

  // Those that are starting, too.
  std::size_t unoccupied() const { return threads_.size() - busy_; }

  const std::size_t max_workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> jobs_;
  std::size_t busy_ = 0;
  bool is_closed_ = false;
  std::vector<std::thread> threads_;
};
)";

constexpr std::string_view kWaitForJobs = R"(
  // Until every job so far is done.
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return jobs_.empty() && busy_ == 0; });
  }
)";

constexpr std::string_view kWaitForSuccess = R"(
  // Until every job so far is done. Throws if one has failed.
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return jobs_.empty() && busy_ == 0; });
    if (has_failed_) throw std::runtime_error("a job has failed");
  }
)";

constexpr std::string_view kSleepWithoutFailure = R"(
  // Sleeps until then. Throws as soon as a job has failed.
  template <class Moment>
  void sleep_until(Moment moment) {
    std::unique_lock lock(mutex_);
    if (changed_.wait_until(lock, moment, [this] { return has_failed_; })) throw std::runtime_error("a job has failed");
  }
)";

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

// Where the pool hears of failures, the answer is whether there is none.
std::string worker_process(bool tells) {
  std::string text(kWorkerProcess);
  if (!tells) return text;
  text = replaced(std::move(text), "    do_job(job);\n", "    const bool is_done = do_job(job);\n");
  return replaced(std::move(text), "&job, sizeof job) != sizeof job) return 1;",
                  "&is_done, sizeof is_done) != sizeof is_done) return 1;");
}

// What main does where a job fails, if any can.
struct JobEnds {
  bool one_by_one = false;
  bool cancels = false;       // those that wait for a worker
  bool stops = false;         // behind a failure, one by one
  bool stops_at_due = false;  // the same, together

  bool hears() const { return stops || stops_at_due; }
  bool tells() const { return hears() || cancels; }
};

JobEnds job_ends(const Outline& outline) {
  const MainEnds ends = main_ends(outline);
  if (!outline.may_fail()) return {.one_by_one = ends.one_by_one};
  return {.one_by_one = ends.one_by_one,
          .cancels = ends.cancels_queued && !ends.one_by_one,
          .stops = ends.one_by_one && ends.hears,
          .stops_at_due = ends.stops_at_due};
}

std::string process_pool(const JobEnds& ends) {
  std::string text(kProcessPool);
  constexpr std::string_view kJoin = "\n  // Until every job is done.\n";
  if (ends.one_by_one) text = with(std::move(text), kJoin, ends.stops ? kWaitForSuccess : kWaitForJobs);
  if (ends.stops_at_due) text = with(std::move(text), kJoin, kSleepWithoutFailure);
  if (ends.tells()) {
    text = replaced(std::move(text), " read(ends[0], &job, sizeof job) != sizeof job) {",
                    "\n          read(ends[0], &is_done, sizeof is_done) != sizeof is_done) {");
    text = with(std::move(text), "      if (send(ends[0], &job", "      bool is_done = false;\n");
  }
  std::string behind;
  if (ends.hears()) behind += "      has_failed_ = has_failed_ || !is_done;\n";
  if (ends.cancels)
    behind +=
        "      if (!is_done && jobs_.size() > unoccupied()) jobs_.resize(unoccupied());  // the others are given out\n";
  constexpr std::string_view kEndOfJob = "      --busy_;\n";
  if (ends.cancels) {
    text = with(std::move(text), kEndOfJob, behind);
  } else if (ends.one_by_one) {
    text = replaced(std::move(text), kEndOfJob, std::string(kEndOfJob) + behind);
  }
  if (ends.one_by_one || ends.stops_at_due)
    text = replaced(std::move(text), kEndOfJob, std::string(kEndOfJob) + "      changed_.notify_all();\n");
  if (ends.hears()) text = with(std::move(text), "  bool is_closed_ = false;", "  bool has_failed_ = false;\n");
  return text;
}

void write_processes_in_python(ListingWriter& writer, const Outline& outline) {
  writer.wait_line(fmt::format("with ProcessPoolExecutor(max_workers={}) as pool:", outline.max_workers));
  writer.indent();
  write_submissions(writer, outline, "pool.submit({})");
  writer.outdent();
}

// What each number stands for.
void write_jobs(ListingWriter& writer, const Outline& outline) {
  const bool tells = job_ends(outline).tells();
  writer.line("");
  if (tells) writer.line("// Whether that succeeds.");
  const std::string_view job = outline.by_submission.empty() ? "int /*job*/" : "int job";
  writer.line(fmt::format("{} do_job({}) {{", tells ? "bool" : "void", job));
  writer.indent();
  for (const TaskId task : outline.by_submission) {
    const std::string work = outline.may_fail() ? fmt::format("attempt({})", outline.work(task))
                                                : fmt::format("{}({})", outline.function_name(task),
                                                              fmt::join(outline.arguments(task), ", "));
    writer.line(fmt::format("if (job == {}) {}{};", index(task), tells ? "return " : "", work));
  }
  if (tells) writer.line("return true;");
  writer.outdent();
  writer.line("}");
  writer.support(worker_process(tells));
}

void write_processes_in_cpp(ListingWriter& writer, const Outline& outline) {
  const JobEnds ends = job_ends(outline);
  writer.support_line("if (std::string_view(arguments[0]) == \"worker\") return be_worker();");
  writer.line(fmt::format("ProcessPool pool({});", outline.max_workers));
  if (outline.has_later_tasks) writer.line("const auto start = std::chrono::steady_clock::now();");
  write_hearing(writer, ends.hears(), [&] {
    const std::string_view sleep = ends.stops_at_due ? "pool.sleep_until" : "std::this_thread::sleep_until";
    outline.for_each_submission(
        [&](TaskId task) {
          writer.task_line(task, fmt::format("pool.submit({});  // \"{}\"", index(task),
                                             comment_text(outline.scenario->tasks[index(task)].name)));
          if (ends.one_by_one) writer.line("pool.wait();");
        },
        [&](TaskId first, std::string_view moment) {
          writer.arrival_line(first, fmt::format("{}(start + {} * SECOND);", sleep, moment));
        });
  });
  write_never_started(writer, outline);
  writer.wait_line("pool.join();");
}

}  // namespace

bool jobs_tell_of_failures(const Outline& outline) {
  return outline.mode == Mode::processes && job_ends(outline).tells();
}

const ModeProgram& processes_program() {
  static const ModeProgram kProgram = {
      .python = {.imports = {"from concurrent.futures import ProcessPoolExecutor"},
                 .names = "ProcessPoolExecutor pool",
                 .write_body = write_processes_in_python,
                 .guard = "if __name__ == \"__main__\":"},
      .cpp = {.support_imports = {"#include <condition_variable>", "#include <deque>", "#include <mutex>",
                                  "#include <spawn.h>", "#include <stdexcept>", "#include <string_view>",
                                  "#include <sys/socket.h>", "#include <sys/wait.h>", "#include <unistd.h>",
                                  "#include <vector>"},
              .names = "ProcessPool pool do_job be_worker job arguments worker",
              .write_support = [](ListingWriter& writer,
                                  const Outline& outline) { writer.support(process_pool(job_ends(outline))); },
              .write_before_main = write_jobs,
              .write_body = write_processes_in_cpp},
  };
  return kProgram;
}

}  // namespace interleave
