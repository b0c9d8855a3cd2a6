#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/checked_lesson.h"
#include "app/cli/commands.h"
#include "app/cli/handout/handout_page.h"
#include "app/cli/lesson_commands.h"
#include "app/cli/lesson_pictures.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/files/lesson_picture.h"
#include "app/gui/model/lesson/handout.h"
#include "core/base/base64.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/lesson/built_in_lessons.h"

namespace interleave::cli {
namespace {

struct ExportOptions {
  std::string lesson;
  std::string output = "-";
  bool with_answers = false;
};

// A built-in lesson, or a file.
Result<LessonText, std::string> find_lesson(const std::string& name) {
  if (const auto* const built_in = lesson::find_built_in_lesson(name)) {
    return LessonText{std::string(built_in->text), name + std::string(kLessonEnding), ""};
  }
  auto found = read_lesson_file(name);
  if (found) return found;
  std::vector<std::string_view> names;
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) names.push_back(one.name);
  const auto meant = nearest_name(name, names);
  if (!meant) return found;
  return fmt::format("there is no lesson {}; did you mean {}?", in_quotes(name), *meant);
}

// Whether the page would replace the lesson that it is made of.
bool overwrites_lesson(const ExportOptions& options) {
  std::error_code different;
  return std::filesystem::equivalent(options.lesson, options.output, different) &&
         std::filesystem::is_regular_file(options.output, different);
}

ExitCode execute_export(const ExportOptions& options) {
  if (overwrites_lesson(options)) {
    complain(fmt::format("{} is the lesson itself; name another file for the page", options.output));
    return ExitCode::bad_input;
  }
  const auto found = find_lesson(options.lesson);
  if (!found) {
    complain(found.error());
    return ExitCode::bad_input;
  }
  const OutputTarget target(options.output);
  if (const WriteError error = target.check()) {
    complain(*error);
    return ExitCode::bad_input;
  }
  gui::HandoutMaker maker;
  const CheckedLesson checked = check_and_tell(found.value(), [&](const gui::ShownPart& shown) { maker.see(shown); });
  if (checked.is_wrong) return ExitCode::bad_input;
  const auto picture = [&](const std::string& file) {
    const auto bytes = read_lesson_picture(found.value().folder, file);
    return bytes ? "data:image/png;base64," + base64(bytes.value()) : std::string();
  };
  const HandoutCopy copy = options.with_answers ? HandoutCopy::teacher : HandoutCopy::student;
  return deliver(target, handout_page(checked.lesson, maker.take(), picture, copy));
}

}  // namespace

Command add_lesson_export_command(CLI::App& lesson) {
  CLI::App* const app = lesson.add_subcommand("export", "A lesson as a page to print, without its answers");
  const auto options = std::make_shared<ExportOptions>();
  app->add_option("LESSON", options->lesson, "A lesson's file, or the name of a built-in one")->required();
  app->add_option("-o,--output", options->output, "Write to this file: replaced whole or not at all")
      ->type_name("FILE");
  app->add_flag("--answers", options->with_answers,
                "With a section of answers at the end, and the speaker's\nnotes: for teachers");
  app->footer(
      "The page is one HTML file, to be printed or read on a phone. Questions have their answers to tick, and\n"
      "nothing on it shows a run that a question is about.\n\n"
      "Example: interleave-cli lesson export tea-house.lesson.md -o tea-house.html");
  return {app, [options] { return execute_export(*options); }};
}

}  // namespace interleave::cli
