#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/lesson_commands.h"
#include "app/cli/lesson_pictures.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/files/read_file.h"
#include "app/gui/model/lesson/check_lesson.h"
#include "core/base/utf8.h"
#include "core/looks/wording.h"

namespace interleave::cli {
namespace {

using lesson::Finding;

void add_as(std::string_view kind, const std::vector<Finding>& findings, std::vector<Finding>& to) {
  for (const Finding& finding : findings) to.push_back({finding.offset, fmt::format("{}: {}", kind, finding.message)});
}

// "10 slides, 4 predictions, 14 minutes"
std::string figures_of(const lesson::Lesson& lesson) {
  const auto minutes = static_cast<std::size_t>(minutes_of(lesson));
  return fmt::format("{}, {}, {}{}", counted(lesson.slides.size(), "slide"),
                     counted(count_predictions(lesson), "prediction"), lesson.minutes ? "" : "about ",
                     counted(minutes, "minute"));
}

// "a.lesson.md:14: makespan: right 7 s; sequential 12 s", a line for each prediction
std::string answer_lines(const lesson::Lesson& lesson, const std::vector<Finding>& answers, const std::string& file) {
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
  const auto text = read_regular_file(file, lesson::kMostLessonBytes);
  if (!text) {
    complain(text.error().message);
    return ExitCode::bad_input;
  }
  const lesson::ReadLesson read = lesson::read_lesson(text.value());
  const std::filesystem::path parent = std::filesystem::path(file).parent_path();
  const std::filesystem::path folder = parent.empty() ? std::filesystem::path(".") : parent;
  LessonPictures pictures(folder);
  const gui::LessonReport report = gui::check_lesson(
      read.lesson, folder.string(), [&](const std::string& picture) { return pictures.problem(picture); });

  std::vector<Finding> told;
  add_as("error", read.findings, told);
  add_as("error", report.errors, told);
  const bool is_wrong = !told.empty();
  add_as("warning", report.warnings, told);
  std::stable_sort(told.begin(), told.end(),
                   [](const Finding& one, const Finding& other) { return one.offset < other.offset; });
  write_to_stderr(to_string(lesson::diagnostics_of(read.lesson, told, file)));
  if (std::max(read.findings.size(), report.errors.size()) >= lesson::kMostFindings) {
    complain(fmt::format("{} has more mistakes than are told; mend these first", file));
  }
  std::string out = with_answers ? answer_lines(read.lesson, report.answers, file) : "";
  const std::string name = std::filesystem::path(file).filename().string();
  if (!is_wrong) out += fmt::format("{}: {}\n", name, figures_of(read.lesson));
  out = terminal_text(out);
  const ExitCode written = out.empty() ? ExitCode::done : deliver(OutputTarget("-"), out);
  return is_wrong ? ExitCode::bad_input : written;
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
