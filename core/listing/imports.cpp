#include "core/listing/imports.h"

namespace interleave {

void Imports::add(std::string_view line, LineRole role) {
  const auto [known, is_new] = lines_.emplace(line, role);
  if (!is_new && role == LineRole::program) known->second = role;
}

void Imports::add(const MainProgram& main) {
  for (const std::string_view line : main.imports) add(line, LineRole::program);
  for (const std::string_view line : main.support_imports) add(line, LineRole::support);
}

void Imports::write(ListingWriter& writer) const {
  // In Python what is taken out of a module comes after the modules.
  for (const bool out_of_module : {false, true}) {
    for (const auto& [line, role] : lines_) {
      if (line.starts_with("from ") != out_of_module) continue;
      role == LineRole::program ? writer.line(line) : writer.support_line(line);
    }
  }
}

}  // namespace interleave
