#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/platform/interrupt.h"
#include "app/command_line/help.h"
#include "app/command_line/options.h"
#include "app/command_line/usage_error.h"
#include "core/base/utf8.h"
#include "core/processes/worker_command.h"

namespace interleave::cli {
namespace {

constexpr std::string_view kFooter =
    "SCENARIO is the path of a file, - for standard input, or the name of a built-in\n"
    "scenario. A built-in name wins over a file of that name; ./NAME is the file.\n"
    "\n"
    "Example: interleave-cli run coffee-shop --mode coroutine --format chart\n"
    "\n"
    "Exit codes: 0 done, 1 a task failed or the run deadlocked,\n"
    "or a check does not hold, 2 bad input or usage,\n"
    "130 interrupted.";

// CLI11 would only say that a command is missing. Commands may have commands below them.
void refuse_unknown_command(const CLI::App& program, const std::vector<std::string>& words) {
  const CLI::App* app = &program;
  for (const std::string& word : words) {
    const std::vector<std::string> known = names_of_commands(*app);
    if (known.empty() || word.empty() || word.front() == '-') return;
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      refuse(in_quotes(word),
             fmt::format("no such command; there are {}{}", fmt::join(known, ", "), suggestion(word, known)));
    }
    app = app->get_subcommand(word);
  }
}

ExitCode run_program(int argc, char** argv) {
  CLI::App program(
      "Shows how tasks share time: runs a scenario one after another,\n"
      "as coroutines, as threads, or on a thread pool.",
      "interleave-cli");
  constexpr std::size_t kOptionsWidth = 34;
  speak_plainly(program, kOptionsWidth);
  program.set_version_flag("--version", "interleave " INTERLEAVE_VERSION, "Say which version this is");
  program.require_subcommand(1);
  program.footer(std::string(kFooter));
  const std::array commands = {add_run_command(program),     add_compare_command(program), add_sweep_command(program),
                               add_explore_command(program), add_show_command(program),    add_check_command(program),
                               add_list_command(program),    add_lesson_command(program)};
  for (const Command& command : commands) command.app->group("Commands");
  try {
    refuse_unknown_command(program, {argv + 1, argv + argc});
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return deliver(OutputTarget("-"), program.help());
  } catch (const CLI::CallForVersion& version) {
    return deliver(OutputTarget("-"), std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    const auto chosen = program.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name() + " ";
    complain(explain(program, error));
    write_to_stderr(fmt::format("Try: interleave-cli {}--help\n", command));
    return ExitCode::bad_input;
  }
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.execute();
  }
  return ExitCode::bad_input;
}

}  // namespace
}  // namespace interleave::cli

int main(int argc, char** argv) {
  using namespace interleave::cli;
  if (const auto exit_code = interleave::run_worker_command(argc, argv)) return *exit_code;
  set_up_write_signals();
  try {
    return static_cast<int>(run_program(argc, argv));
  } catch (const std::bad_alloc&) {
    complain("there is not enough memory for this");
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return static_cast<int>(ExitCode::failed);
}
