#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "core/run/run_settings.h"

namespace interleave::cli {

// What program a run is one of, as the command line says it: `--language` and `--gil`.
struct LanguageOptions {
  std::optional<Language> language;
  std::optional<bool> gil;

  // Puts what was said in the place of what the scenario says.
  void apply_to(RunSettings& settings) const;
  // Why the scenario cannot be run so, though it can as it says itself; none where it can.
  std::optional<std::string> problem_with(const Scenario& scenario) const;
};

// Adds both options. `options` outlives the parsing.
void add_language(CLI::App& app, LanguageOptions& options);

// Refuses what contradicts itself: an interpreter's lock in C++.
void refuse_contradictions(const LanguageOptions& options);

// The program of a run, where that matters because its tasks compute: "Python with its GIL"; else empty.
std::string program_text(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave::cli
