#pragma once

#include <string>
#include <string_view>

#include "core/scenario/loader.h"

namespace interleave {

// A text, and what errors_of() says of it.
struct WrongText {
  std::string_view text;
  std::string_view errors;
};

// What a text is told is wrong with it, a line each: "2:5: message". Empty where nothing is.
inline std::string errors_of(std::string_view text) {
  std::string lines;
  const auto loaded = load_scenario(text, "test.json");
  if (loaded) return lines;
  for (const Diagnostic& diagnostic : loaded.error()) {
    lines += std::to_string(diagnostic.position.line) + ":" + std::to_string(diagnostic.position.column) + ": " +
             diagnostic.message + "\n";
  }
  return lines;
}

// A scenario whose second line is `line`, one of its keys with a comma behind it.
inline std::string scenario_with(std::string_view line) {
  return "{\"interleave\": 1, \"title\": \"Test\",\n" + std::string(line) +
         "\n\"tasks\": [{\"name\": \"a\", \"steps\": []}]}";
}

// A scenario with one task, whose list of steps is the second line.
inline std::string scenario_of_steps(std::string_view steps) {
  return "{\"interleave\": 1, \"title\": \"Test\", \"tasks\": [{\"name\": \"a\", \"steps\":\n" + std::string(steps) +
         "\n}]}";
}

// A scenario whose second line is a task, besides the function order(item, seconds), which sleeps those seconds.
inline std::string scenario_of_task(std::string_view task) {
  return "{\"interleave\": 1, \"title\": \"Test\", \"functions\": {\"order\": {\"parameters\": [\"item\", "
         "\"seconds\"], "
         "\"steps\": [{\"print\": \"{item}\"}, {\"sleep\": \"{seconds}\"}]}}, \"tasks\": [\n" +
         std::string(task) + "\n]}";
}

}  // namespace interleave
