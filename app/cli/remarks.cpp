#include "app/cli/remarks.h"

#include <fmt/format.h>
#include <string>

#include "app/cli/messages.h"

namespace interleave::cli {

void say_remarks(const Timeline& timeline, Format format) {
  const std::string& note = timeline.info().note;
  if (!note.empty() && format != Format::chart && format != Format::svg) complain(note);
  const RunEnd& end = timeline.end().value();
  const std::string because = end.error.empty() ? "" : ": " + end.error;
  switch (end.outcome) {
    case Outcome::finished:
      return;
    case Outcome::cancelled:
      return complain(fmt::format("cancelled at {:.2f} s", seconds(end.time)));
    case Outcome::deadlocked:
      return complain(fmt::format("the run deadlocked at {:.2f} s{}", seconds(end.time), because));
    case Outcome::failed:
    case Outcome::not_started:
      return complain("the run failed" + because);
  }
}

ExitCode exit_code_of(const Timeline& timeline) {
  switch (timeline.end().value().outcome) {
    case Outcome::finished:
      return ExitCode::done;
    case Outcome::cancelled:
      return ExitCode::interrupted;
    case Outcome::failed:
    case Outcome::deadlocked:
    case Outcome::not_started:
      break;
  }
  return ExitCode::failed;
}

}  // namespace interleave::cli
