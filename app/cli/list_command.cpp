#include <string>

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/scenario/built_in.h"

namespace interleave::cli {

Command add_list_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("list", "The built-in scenarios: name, tab, title");
  app->footer("Example: interleave-cli list | cut -f1");
  auto execute = [] {
    std::string text;
    for (const BuiltIn& scenario : built_in_scenarios()) {
      text.append(scenario.name).append(1, '\t').append(scenario.title).append(1, '\n');
    }
    return deliver(OutputTarget("-"), text);
  };
  return {app, execute};
}

}  // namespace interleave::cli
