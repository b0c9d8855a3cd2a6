#include "core/execution/scope.h"

#include <algorithm>

namespace interleave {

Meaning Scope::find(std::string_view name, const std::vector<std::string>& indexes) const {
  for (std::size_t depth = indexes.size(); depth-- > first_index;) {
    if (indexes[depth] == name) return {Meaning::Kind::counter, depth};
  }
  const auto is_it = [&](const auto& one) { return one.first == name; };
  if (const auto own = std::find_if(owns.begin(), owns.end(), is_it); own != owns.end()) {
    return {Meaning::Kind::own, own->second};
  }
  return std::find_if(parameters.begin(), parameters.end(), is_it)->second;  // the loader knows no other names
}

std::string as_written(const Argument& argument) {
  const auto* const number = std::get_if<Number>(&argument);
  return number != nullptr ? number->text : std::get<std::string>(argument);
}

std::string never_awaited(const std::string& function) {
  return "RuntimeWarning: coroutine '" + function + "' was never awaited";
}

}  // namespace interleave
