#include <string>
#include <string_view>

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/scenario/built_in.h"

namespace interleave::cli {

Command add_list_command(CLI::App& program) {
  CLI::App* const app =
      program.add_subcommand("list", "The built-in scenarios, by group: name, tab, title, tab, group");
  app->footer("Example: interleave-cli list | cut -f1");
  auto execute = [] {
    std::string text;
    for (const BuiltIn& scenario : built_in_scenarios()) {
      for (const std::string_view column : {scenario.name, scenario.title, scenario.group}) {
        text.append(column).append(1, '\t');
      }
      text.back() = '\n';
    }
    return deliver(OutputTarget("-"), text);
  };
  return {app, execute};
}

}  // namespace interleave::cli
