#include "core/scenario/source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/nearest.h"
#include "core/scenario/built_in.h"
#include "core/scenario/limits.h"
#include "core/scenario/loader.h"

namespace interleave {
namespace {

using Text = Result<std::string, SourceError>;

SourceError failure(std::string message) { return {std::move(message), {}}; }

SourceError too_large(const std::string& source) {
  return failure(source + ": the file is larger than 16 MiB, the most that a scenario may have");
}

SourceError cannot_read(const std::string& source, int error) {
  return failure(source + ": cannot be read: " + std::strerror(error));
}

// The rest of an open file, as long as it is no longer than a scenario may be: a pipe or a device does not say its size
// beforehand, and may have no end.
Text read_stream(std::FILE* stream, const std::string& source) {
  constexpr std::size_t kBlock = std::size_t{64} << 10U;
  std::string text;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kBlock);
    errno = 0;
    const std::size_t read = std::fread(text.data() + before, 1, kBlock, stream);
    text.resize(before + read);
    if (std::ferror(stream) != 0) return cannot_read(source, errno);
    if (text.size() > kMostFileBytes) return too_large(source);
    if (read < kBlock) return text;
  }
}

std::vector<std::string> built_in_names() {
  std::vector<std::string> names;
  for (const BuiltIn& scenario : built_in_scenarios()) names.emplace_back(scenario.name);
  return names;
}

// What is said of a name that is neither a file nor built in.
SourceError nothing_there(const std::string& source) {
  std::string message = source + ": no such file, and no built-in scenario of that name";
  if (const auto nearest = nearest_name(source, built_in_names()))
    return failure(message + "; did you mean " + *nearest + "?");
  const bool is_path = source.find_first_of("/.") != source.npos;
  if (is_path) return failure(source + ": no such file");
  message += "; there are";
  for (const std::string& name : built_in_names()) message += (message.ends_with("are") ? " " : ", ") + name;
  return failure(message);
}

Text read_file(const std::string& source) {
  std::error_code error;
  const std::filesystem::path path = source;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return nothing_there(source);
  if (std::filesystem::is_directory(status)) {
    return failure(source + ": is a folder; name a scenario file in it");
  }
  if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(path, error) > kMostFileBytes && !error) {
    return too_large(source);
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(source.c_str(), "rb"), &std::fclose);
  if (!file) return cannot_read(source, errno);
  return read_stream(file.get(), source);
}

Result<SourcedScenario, SourceError> load(Text text, const std::string& source, std::uint64_t most_steps) {
  if (!text) return std::move(text).error();
  auto scenario = load_scenario(text.value(), source, most_steps);
  if (!scenario) return SourceError{{}, std::move(scenario).error()};
  return SourcedScenario{std::move(text).value(), std::move(scenario).value()};
}

}  // namespace

std::string to_string(const SourceError& error) {
  return error.message.empty() ? to_string(error.diagnostics) : error.message + '\n';
}

Result<Scenario, SourceError> read_scenario(std::string_view source) {
  auto read = read_scenario_and_text(source);
  if (!read) return std::move(read).error();
  return std::move(read).value().scenario;
}

Result<SourcedScenario, SourceError> read_scenario_and_text(std::string_view source, std::uint64_t most_steps) {
  const std::string named(source);
  if (named.empty()) return failure("the name of the scenario is empty; name a file or a built-in scenario");
  if (const BuiltIn* built_in = find_built_in(named)) return load(std::string(built_in->text), named, most_steps);
  if (named == "-") return load(read_stream(stdin, "standard input"), "<standard input>", most_steps);
  return load(read_file(named), named, most_steps);
}

}  // namespace interleave
