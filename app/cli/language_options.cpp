#include "app/cli/language_options.h"

#include "app/command_line/options.h"
#include "core/looks/run_words.h"
#include "core/scenario/workload.h"

namespace interleave::cli {

void LanguageOptions::apply_to(RunSettings& settings) const {
  settings.language = language.value_or(settings.language);
  settings.gil = gil.value_or(settings.gil);
}

std::optional<std::string> LanguageOptions::problem_with(const Scenario& scenario) const {
  if (gil != true || has_room_for_gil(scenario)) return std::nullopt;
  return "--gil: on is too much for this scenario, which would come to more than 10 000 000 time slices";
}

void add_language(CLI::App& app, LanguageOptions& options) {
  add_choice(
      app, "--language", {{"python", "cpp"}, {}},
      [&options](std::size_t chosen) { options.language = kLanguages.at(chosen); },
      "What the program is written in, of which this\nis a run; default python");
  add_choice(
      app, "--gil", {{"on", "off"}, {}}, [&options](std::size_t chosen) { options.gil = chosen == 0; },
      "Whether Python lets only one thread at a time go on;\ndefault: as the scenario says, else on");
}

void refuse_contradictions(const LanguageOptions& options) {
  if (options.language == Language::cpp && options.gil == true) {
    refuse("--gil", "a C++ program has no GIL; leave --gil away, or --language cpp");
  }
}

std::string program_text(const Scenario& scenario, const RunSettings& settings) {
  return contains(scenario, Verb::compute) ? language_text(settings.language, has_gil(settings)) : "";
}

}  // namespace interleave::cli
