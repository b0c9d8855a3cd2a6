#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/lesson_commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/files/read_file.h"
#include "core/base/utf8.h"
#include "core/lesson/built_in_lessons.h"
#include "core/lesson/catalogue.h"

namespace interleave::cli {
namespace {

// name, tab, title, tab, minutes, tab, needs
std::string row_of(std::string_view name, const lesson::Lesson& lesson) {
  std::string needs;
  for (const lesson::Written& need : lesson.needs) needs += (needs.empty() ? "" : ", ") + need.text;
  return fmt::format("{}\t{}\t{}\t{}\n", terminal_text(name, ""), lesson.title, minutes_of(lesson), needs);
}

// Of one that has mistakes only that is said.
ExitCode add_file(const std::filesystem::path& path, std::string& rows) {
  const auto text = read_regular_file(path.string(), lesson::kMostLessonBytes);
  if (!text) {
    complain(text.error().message);
    return ExitCode::bad_input;
  }
  const lesson::ReadLesson read = lesson::read_lesson(text.value());
  if (!read.findings.empty()) {
    complain(fmt::format("{} has mistakes; lesson check says which", path.string()));
    return ExitCode::bad_input;
  }
  std::string name = path.filename().string();
  name.resize(name.size() - kLessonEnding.size());
  rows += row_of(name, read.lesson);
  return ExitCode::done;
}

ExitCode add_folder(const std::string& folder, std::string& rows) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().ends_with(kLessonEnding)) files.push_back(at->path());
  }
  if (error) {
    complain(fmt::format("cannot read the folder {}: {}", folder, error.message()));
    return ExitCode::bad_input;
  }
  std::sort(files.begin(), files.end());
  ExitCode code = ExitCode::done;
  for (const auto& file : files) {
    if (add_file(file, rows) != ExitCode::done) code = ExitCode::bad_input;
  }
  return code;
}

}  // namespace

Command add_lesson_list_command(CLI::App& lesson) {
  CLI::App* const app = lesson.add_subcommand(
      "list", "The built-in lessons, and those of folders: name, tab,\ntitle, tab, minutes, tab, what they need");
  const auto folders = std::make_shared<std::vector<std::string>>();
  app->add_option("FOLDER", *folders, "Folders with lessons of your own");
  app->footer("Example: interleave-cli lesson list | cut -f1");
  auto execute = [folders] {
    std::string rows;
    ExitCode code = ExitCode::done;
    for (const lesson::LessonHeading& one : lesson::lesson_catalogue()) {
      rows += row_of(one.name, lesson::read_lesson(lesson::find_built_in_lesson(one.name)->text).lesson);
    }
    for (const std::string& folder : *folders) {
      if (add_folder(folder, rows) != ExitCode::done) code = ExitCode::bad_input;
    }
    const ExitCode written = deliver(OutputTarget("-"), rows);
    return written == ExitCode::done ? code : written;
  };
  return {app, execute};
}

}  // namespace interleave::cli
