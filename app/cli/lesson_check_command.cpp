#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/checked_lesson.h"
#include "app/cli/commands.h"
#include "app/cli/lesson_commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/base/utf8.h"
#include "core/lesson/lesson_reader.h"
#include "core/looks/wording.h"

namespace interleave::cli {
namespace {

// "10 slides, 4 predictions, 14 minutes"
std::string figures_of(const lesson::Lesson& lesson) {
  const auto minutes = static_cast<std::size_t>(minutes_of(lesson));
  return fmt::format("{}, {}, {}{}", counted(lesson.slides.size(), "slide"),
                     counted(count_predictions(lesson), "prediction"), lesson.minutes ? "" : "about ",
                     counted(minutes, "minute"));
}

// "a.lesson.md:14: makespan: right 7 s; sequential 12 s", a line for each prediction
std::string answer_lines(const lesson::Lesson& lesson, const std::vector<lesson::Finding>& answers,
                         const std::string& file) {
  std::string lines;
  for (const Diagnostic& one : lesson::diagnostics_of(lesson, answers, file)) {
    lines += fmt::format("{}:{}: {}\n", one.file, one.position.line, one.message);
  }
  return lines;
}

struct CheckOptions {
  std::vector<std::string> files;
  bool with_answers = false;
};

ExitCode check(const std::string& file, bool with_answers) {
  const auto found = read_lesson_file(file);
  if (!found) {
    complain(found.error());
    return ExitCode::bad_input;
  }
  const CheckedLesson checked = check_and_tell(found.value());
  std::string out = with_answers ? answer_lines(checked.lesson, checked.answers, file) : "";
  const std::string name = std::filesystem::path(file).filename().string();
  if (!checked.is_wrong) out += fmt::format("{}: {}\n", name, figures_of(checked.lesson));
  out = terminal_text(out);
  const ExitCode written = out.empty() ? ExitCode::done : deliver(OutputTarget("-"), out);
  return checked.is_wrong ? ExitCode::bad_input : written;
}

}  // namespace

Command add_lesson_check_command(CLI::App& lesson) {
  CLI::App* const app =
      lesson.add_subcommand("check", "Show lessons without a window, and say what is wrong with them");
  const auto options = std::make_shared<CheckOptions>();
  app->add_option("FILE", options->files, "Lessons to check; every one of them is checked")->required();
  app->add_flag("--answers", options->with_answers, "Print what each prediction's answers come to");
  app->footer("Example: interleave-cli lesson check coffee-break.lesson.md");
  auto execute = [options] {
    ExitCode code = ExitCode::done;
    for (const std::string& file : options->files) {
      if (check(file, options->with_answers) != ExitCode::done) code = ExitCode::bad_input;
    }
    return code;
  };
  return {app, execute};
}

}  // namespace interleave::cli
