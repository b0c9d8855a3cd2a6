#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "app/cli/commands.h"
#include "app/cli/lesson_commands.h"

namespace interleave::cli {

Command add_lesson_command(CLI::App& program) {
  CLI::App* const app =
      program.add_subcommand("lesson", "Check, list, begin or print a lesson: a file\nNAME.lesson.md");
  app->require_subcommand(1);
  const std::array commands = {add_lesson_check_command(*app), add_lesson_list_command(*app),
                               add_lesson_new_command(*app), add_lesson_export_command(*app)};
  for (const Command& command : commands) command.app->group("Commands");
  app->footer("Example: interleave-cli lesson check coffee-break.lesson.md");
  auto execute = [commands] {
    const auto* const chosen =
        std::find_if(commands.begin(), commands.end(), [](const Command& one) { return one.app->parsed(); });
    return chosen == commands.end() ? ExitCode::bad_input : chosen->execute();
  };
  return {app, execute};
}

}  // namespace interleave::cli
