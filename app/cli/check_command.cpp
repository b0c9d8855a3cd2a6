#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "core/scenario/source.h"

namespace interleave::cli {

Command add_check_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("check", "Say what is wrong with scenarios; silent when they are good");
  const auto sources = std::make_shared<std::vector<std::string>>();
  app->add_option("SCENARIO", *sources, "Scenarios to check; every one of them is checked")->required();
  app->footer("Example: interleave-cli check lesson-1.json lesson-2.json");
  auto execute = [sources] {
    ExitCode code = ExitCode::done;
    for (const std::string& source : *sources) {
      const auto scenario = read_scenario(source);
      if (scenario) continue;
      write_to_stderr(to_string(scenario.error()));
      code = ExitCode::bad_input;
    }
    return code;
  };
  return {app, execute};
}

}  // namespace interleave::cli
