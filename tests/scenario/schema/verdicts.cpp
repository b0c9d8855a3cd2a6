// Reads one scenario a line from standard input and answers each with a line: what is wrong with it, tabs between the
// messages; nothing where it loads.
#include <fmt/format.h>
#include <iostream>
#include <string>

#include "core/scenario/loader.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto result = interleave::load_scenario(line, "line");
    if (!result) {
      for (const interleave::Diagnostic& diagnostic : result.error()) fmt::print("{}\t", diagnostic.message);
    }
    fmt::print("\n");
  }
}
