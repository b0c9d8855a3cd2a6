#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scenario/scenario.h"

// What names stand for while steps become instructions.
namespace interleave {

struct Meaning {
  enum class Kind : std::uint8_t { argument, counter, own, passed };
  Kind kind = Kind::argument;
  std::size_t position = 0;  // of the task's argument, of the counter, or of the task's own value
  Argument passed = {};      // by a step that calls the function, as it is
};

// The names that the steps of one function know: who is called knows none of who calls.
struct Scope {
  std::vector<std::pair<std::string, Meaning>> parameters = {};
  std::vector<std::pair<std::string, std::uint32_t>> owns = {};  // values of the task's own, with their places
  std::size_t first_index = 0;                                   // of those of loops
  std::optional<std::uint32_t> result = {};  // the place of what it returns, where a step has called it and takes that

  // The innermost index, a value of the task's own, or a parameter. `indexes`: of the loops around, outermost first.
  Meaning find(std::string_view name, const std::vector<std::string>& indexes) const;
};

// As a placeholder prints it.
std::string as_written(const Argument& argument);

// As CPython says it of a coroutine that was created and let go of.
std::string never_awaited(const std::string& function);

}  // namespace interleave
