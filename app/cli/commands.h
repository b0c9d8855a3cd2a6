#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "app/cli/exit_code.h"

// Each adds one command to the program: its options and help now, its work when it was chosen.
namespace interleave::cli {

struct Command {
  CLI::App* app = nullptr;
  std::function<ExitCode()> execute;
};

Command add_run_command(CLI::App& program);
Command add_compare_command(CLI::App& program);
Command add_sweep_command(CLI::App& program);
Command add_explore_command(CLI::App& program);
Command add_show_command(CLI::App& program);
Command add_check_command(CLI::App& program);
Command add_list_command(CLI::App& program);
Command add_lesson_command(CLI::App& program);

}  // namespace interleave::cli
