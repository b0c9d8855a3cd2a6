#include "app/command_line/usage_error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

#include "app/command_line/options.h"
#include "core/base/alternatives.h"
#include "core/base/utf8.h"

namespace interleave::cli {
namespace {

const CLI::App& chosen_command(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? program : *chosen.front();
}

std::string unexpected(const CLI::App& program) {
  // What stands before the command is the program's, the rest the command's.
  const std::vector<std::string> words = program.remaining(true);
  if (words.empty()) return "one argument too many";
  std::string first = words.back();
  for (const std::string& word : words) {
    if (word.starts_with("-") && word != "--") first = word;
  }
  std::vector<std::string> options;
  for (const CLI::Option* option : chosen_command(program).get_options()) options.push_back(option->get_name());
  if (!first.starts_with("-")) return in_quotes(first) + ": one argument too many";
  return fmt::format("{}: no such option{}", in_quotes(first), suggestion(first, options));
}

std::string wrong_count(const CLI::App& program, const std::string& text) {
  const std::string name = text.substr(0, text.find(':'));
  const CLI::Option* const option = chosen_command(program).get_option_no_throw(name);
  if (option == nullptr) return text;
  return option->count() > 1 ? name + ": given more than once" : name + ": its value is missing";
}

// "--screenshot excludes --gallery"
std::string apart(std::string text) {
  constexpr std::string_view kExcludes = " excludes ";
  const std::size_t at = text.find(kExcludes);
  if (at == text.npos) return text;
  return text.replace(at, kExcludes.size(), " and ") + " do not go together";
}

}  // namespace

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::string explain(const CLI::App& program, const CLI::ParseError& error) {
  const bool has_commands = !program.get_subcommands({}).empty();
  const bool has_command = !program.get_subcommands().empty();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && (has_command || !has_commands)) {
    return unexpected(program);
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return wrong_count(program, error.what());
  const CLI::App& chosen = chosen_command(program);
  const bool has_chosen_all = chosen.get_subcommands({}).empty() || !chosen.get_subcommands().empty();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !has_chosen_all) {
    return "a command is missing: " + alternatives(names_of_commands(chosen));
  }
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) return apart(error.what());
  return error.what();
}

}  // namespace interleave::cli
