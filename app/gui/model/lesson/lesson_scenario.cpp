#include "app/gui/model/lesson/lesson_scenario.h"

#include <algorithm>
#include <concepts>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/update.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/lesson/inner_file.h"
#include "core/lesson/inner_path.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kEnding = ".json";

// What is wrong with a file that the lesson names, in one line.
std::string in_one_line(const SourceError& error) {
  if (error.diagnostics.empty()) return error.message;
  const Diagnostic& first = error.diagnostics.front();
  const std::size_t more = error.diagnostics.size() - 1;
  return fmt::format("{}:{}:{}: {}{}", first.file, first.position.line, first.position.column, first.message,
                     more == 0 ? "" : fmt::format(" (and {} more)", more));
}

// So that what a run prints stays small too.
std::optional<std::string> text_problem(const Scenario& scenario) {
  std::size_t text = 0;
  std::size_t argument = 0;
  const auto look_at = [&](const Argument& passed) {
    if (const auto* const words = std::get_if<std::string>(&passed)) argument = std::max(argument, words->size());
  };
  for_each_step(scenario, [&](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
      if constexpr (std::same_as<Part, part::Text>) text = std::max(text, value.size());
    });
    if (const auto* const call = std::get_if<verb::Call>(&step.action)) {
      for (const PassedArgument& passed : call->arguments) {
        if (const auto* const words = std::get_if<std::string>(&passed.value))
          argument = std::max(argument, words->size());
      }
    }
  });
  for (const Task& task : scenario.tasks) std::for_each(task.arguments.begin(), task.arguments.end(), look_at);
  if (text <= kMostLessonText && argument <= kMostLessonArgument) return std::nullopt;
  return fmt::format(
      "the scenario has a text of {} bytes; in a lesson one that is printed has at most {}, and an argument {}",
      text > kMostLessonText ? text : argument, kMostLessonText, kMostLessonArgument);
}

std::string nothing_called(std::string_view name) {
  std::vector<std::string_view> names;
  for (const BuiltIn& one : built_in_scenarios()) names.push_back(one.name);
  const auto meant = nearest_name(name, names);
  return fmt::format("there is no scenario {}, neither built in nor in the lesson's folder{}", in_quotes(name),
                     meant ? fmt::format("; did you mean {}?", *meant) : "; interleave-cli list says which there are");
}

// The byte of the text at that place.
std::size_t offset_of(std::string_view text, const SourcePosition& position) {
  std::size_t at = 0;
  for (std::size_t line = 1; line < position.line; ++line) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  for (std::size_t column = 1; column < position.column && at < text.size(); ++column) {
    at += std::max<std::size_t>(utf8_length(text.substr(at)), 1);
  }
  return std::min(at, text.size());
}

}  // namespace

Result<SourcedScenario, std::string> find_lesson_scenario(std::string_view name, const std::string& folder) {
  if (const BuiltIn* built_in = find_built_in(name)) {
    const std::string text(built_in->text);
    auto scenario = load_scenario(text, name, kMostLessonSteps);
    if (!scenario) return in_one_line({{}, scenario.error()});
    return SourcedScenario{text, std::move(scenario).value()};
  }
  if (auto problem = lesson::path_problem(name)) return std::move(*problem);
  const auto is_file = [&](const std::string& file) {
    std::error_code none;
    return std::filesystem::is_regular_file(std::filesystem::path(folder) / file, none);
  };
  std::string file(name);
  if (!is_file(file)) file += kEnding;
  if (!is_file(file)) return nothing_called(name);
  if (const auto problem = lesson::link_problem(folder, file)) return fmt::format("{}: {}", in_quotes(file), *problem);
  const std::filesystem::path path = std::filesystem::path(folder) / file;
  // By a path that is no name of a built-in one.
  auto read = read_scenario_and_text(path.has_parent_path() ? path.string() : "./" + path.string(), kMostLessonSteps);
  if (!read) return in_one_line(read.error());
  if (const auto problem = text_problem(read.value().scenario)) return fmt::format("{}: {}", in_quotes(file), *problem);
  return std::move(read).value();
}

Result<SourcedScenario, std::vector<lesson::Finding>> read_lesson_scenario(const lesson::Written& written) {
  auto scenario = load_scenario(written.text, "", kMostLessonSteps);
  std::vector<lesson::Finding> findings;
  if (scenario) {
    auto problem = text_problem(scenario.value());
    if (!problem) return SourcedScenario{written.text, std::move(scenario).value()};
    findings.push_back({written.offset, std::move(*problem)});
    return findings;
  }
  for (const Diagnostic& one : scenario.error()) {
    findings.push_back({written.offset + offset_of(written.text, one.position), one.message});
  }
  return findings;
}

void open_in_lesson(AppState& state, LessonView& view, SourcedScenario scenario) {
  if (!view.scenario) {
    view.scenario = state.scenarios.size();
    state.scenarios.emplace_back();
  }
  state.scenarios[*view.scenario] =
      opened_entry(Document(opened_state(std::move(scenario.scenario), std::move(scenario.text))), FileStamp{});
  update(state, command::ChooseScenario{*view.scenario});
}

}  // namespace interleave::gui
