#include "app/command_line/help.h"

#include <memory>
#include <string>

namespace interleave::cli {
namespace {

class PlainHelp final : public CLI::Formatter {
 public:
  // What stands behind an option's name. Where there is none, or only one thing it can be, the description says enough.
  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_positional() || option->get_type_size() == 0) return "";
    return " " + option->get_type_name();
  }
};

}  // namespace

void speak_plainly(CLI::App& program, std::size_t width) {
  const auto help = std::make_shared<PlainHelp>();
  help->column_width(width);
  help->label("Positionals", "Arguments");
  help->label("SUBCOMMAND", "COMMAND");
  program.formatter(help);
  program.set_help_flag("-h,--help", "Show this help");
}

}  // namespace interleave::cli
