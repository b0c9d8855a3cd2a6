#include <fmt/format.h>
#include <string>

#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

// With the work of a job in the place of {}.
constexpr std::string_view kThreadPool = R"(
// A fixed number of threads that take jobs from one queue.
class ThreadPool {{
 public:
  explicit ThreadPool(int max_workers) {{
    for (int i = 0; i < max_workers; ++i) threads_.emplace_back(&ThreadPool::work, this);
  }}

  template <class... Parameters, class... Arguments>
  void submit(void (*function)(Parameters...), Arguments... arguments) {{
    {{
      const std::lock_guard lock(mutex_);
      jobs_.emplace([=] {{ {}; }});
    }}
    changed_.notify_one();
  }}

  // Until every job is done.
  void join() {{
    {{
      const std::lock_guard lock(mutex_);
      is_closed_ = true;
    }}
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }}

 private:
  void work() {{
    std::unique_lock lock(mutex_);
    while (true) {{
      changed_.wait(lock, [this] {{ return is_closed_ || !jobs_.empty(); }});
      if (jobs_.empty()) return;
      const auto job = std::move(jobs_.front());
      jobs_.pop();
      lock.unlock();
      job();
      lock.lock();
    }}
  }}

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::function<void()>> jobs_;
  bool is_closed_ = false;
  std::vector<std::thread> threads_;
}};
)";

// Also one that gives a value.
void submit_any_function(std::string& pool) {
  constexpr std::string_view kParameters = "template <class... Parameters";
  constexpr std::string_view kVoid = "void (*function)";
  pool.replace(pool.find(kParameters), kParameters.size(), "template <class Result, class... Parameters");
  pool.replace(pool.find(kVoid), kVoid.size(), "Result (*function)");
}

void write_pool_in_python(ListingWriter& writer, const Outline& outline) {
  writer.wait_line(fmt::format("with ThreadPoolExecutor(max_workers={}) as pool:", outline.max_workers));
  writer.indent();
  write_submissions(writer, outline, "pool.submit({})");
  writer.outdent();
}

void write_pool_in_cpp(ListingWriter& writer, const Outline& outline) {
  writer.line(fmt::format("ThreadPool pool({});", outline.max_workers));
  write_submissions(writer, outline, "pool.submit({});");
  writer.wait_line("pool.join();");
}

}  // namespace

const ModeProgram& pool_program() {
  static const ModeProgram kProgram = {
      .python = {.imports = {"from concurrent.futures import ThreadPoolExecutor"},
                 .names = "ThreadPoolExecutor pool",
                 .write_body = write_pool_in_python},
      .cpp = {.support_imports = {"#include <condition_variable>", "#include <functional>", "#include <mutex>",
                                  "#include <queue>", "#include <utility>", "#include <vector>"},
              .names = "ThreadPool pool",
              .write_support =
                  [](ListingWriter& writer, const Outline& outline) {
                    const std::string_view work =
                        outline.may_fail() ? "attempt(function, arguments...)" : "function(arguments...)";
                    std::string pool = fmt::format(fmt::runtime(kThreadPool), work);
                    if (outline.dealings.returns) submit_any_function(pool);
                    writer.support(pool);
                  },
              .write_body = write_pool_in_cpp},
  };
  return kProgram;
}

}  // namespace interleave
