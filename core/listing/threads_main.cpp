#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>

#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kStartThread = R"(

def start_thread(function, *arguments):
    thread = threading.Thread(target=function, args=arguments)
    thread.start()
    return thread
)";

void list_threads(ListingWriter& writer, const Outline& outline) {
  writer.line("threads = [");
  writer.indent();
  for (const TaskId task : outline.by_submission) {
    const auto arguments = outline.arguments(task);
    const std::string tuple =
        arguments.empty() ? ""
                          : fmt::format(", args=({}{})", fmt::join(arguments, ", "), arguments.size() == 1 ? "," : "");
    writer.task_line(task, fmt::format("threading.Thread(target={}{}),", outline.function_name(task), tuple));
  }
  writer.outdent();
  writer.line("]");
  writer.line("for thread in threads:");
  writer.indent();
  writer.line("thread.start()");
  writer.outdent();
}

void start_threads(ListingWriter& writer, const Outline& outline) {
  writer.line("threads = []");
  write_submissions(writer, outline, "threads.append(start_thread({}))");
}

void write_threads_in_python(ListingWriter& writer, const Outline& outline) {
  outline.has_later_tasks ? start_threads(writer, outline) : list_threads(writer, outline);
  writer.line("for thread in threads:");
  writer.indent();
  writer.wait_line("thread.join()");
  writer.outdent();
}

void write_threads_in_cpp(ListingWriter& writer, const Outline& outline) {
  writer.line("std::vector<std::thread> threads;");
  write_submissions(writer, outline,
                    outline.may_fail() ? "threads.emplace_back(attempt, {});" : "threads.emplace_back({});");
  writer.wait_line("for (std::thread& thread : threads) thread.join();");
}

}  // namespace

const ModeProgram& threads_program() {
  static const ModeProgram kProgram = {
      .python = {.imports = {"import threading"},
                 .names = "start_thread thread threading threads",
                 .write_support =
                     [](ListingWriter& writer, const Outline& outline) {
                       if (outline.has_later_tasks) writer.support(kStartThread);
                     },
                 .write_body = write_threads_in_python},
      .cpp = {.imports = {"#include <vector>"}, .names = "thread threads", .write_body = write_threads_in_cpp},
  };
  return kProgram;
}

}  // namespace interleave
