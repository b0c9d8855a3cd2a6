#include "core/listing/submissions.h"

#include <fmt/format.h>
#include <string>

#include "core/listing/literals.h"

namespace interleave {
namespace {

// How the main program waits, and from when on it counts.
struct Wait {
  std::string_view start;
  std::string_view until;  // with the moment in the place of {}
};

Wait wait_of(const Outline& outline) {
  if (outline.language == Language::python) {
    return {"start = time.monotonic()",
            outline.is_async() ? "await sleep_until(start + {} * SECOND)" : "sleep_until(start + {} * SECOND)"};
  }
  return {"const auto start = std::chrono::steady_clock::now();",
          outline.is_async() ? "co_await sleep_until(start + {} * SECOND);"
                             : "std::this_thread::sleep_until(start + {} * SECOND);"};
}

}  // namespace

void write_submissions(ListingWriter& writer, const Outline& outline, std::string_view line) {
  const Wait wait = wait_of(outline);
  if (outline.has_later_tasks) writer.line(wait.start);
  outline.for_each_submission(
      [&](TaskId task) { writer.task_line(task, fmt::format(fmt::runtime(line), outline.work(task))); },
      [&](TaskId first, std::string_view moment) {
        writer.arrival_line(first, fmt::format(fmt::runtime(wait.until), moment));
      });
}

void write_never_started(ListingWriter& writer, const Outline& outline) {
  const std::string_view comment = outline.language == Language::python ? "#" : "//";
  for (std::size_t at = 0; at < outline.scenario->tasks.size(); ++at) {
    if (!outline.dealings.never_started.contains(task_id(at))) continue;
    writer.task_line(task_id(at),
                     fmt::format("{} nobody starts {}", comment, comment_text(outline.scenario->tasks[at].name)));
  }
  const bool has_body = !outline.by_submission.empty() || outline.language != Language::python;
  if (!has_body) writer.line("pass");
}

}  // namespace interleave
