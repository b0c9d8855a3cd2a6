#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "core/scenario/scenario.h"

namespace interleave::testing {

// The scenario of this file's text, which has nothing wrong with it.
inline Scenario scenario_of(std::string_view text) {
  auto loaded = load_scenario(text, "test.json");
  if (!loaded) throw std::runtime_error(to_string(loaded.error()));
  return std::move(loaded).value();
}

// A file with these tasks: the text within the brackets of "tasks". `more` are further keys of the file, each with a
// comma behind it.
inline Scenario scenario_with_tasks(const std::string& tasks, const std::string& more = "") {
  return scenario_of(R"({"interleave": 1, "title": "test", )" + more + R"("tasks": [)" + tasks + "]}");
}

inline Scenario built_in(std::string_view name) { return scenario_of(find_built_in(name)->text); }

}  // namespace interleave::testing
