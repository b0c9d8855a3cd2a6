#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/language.h"

namespace interleave {

// Text as an identifier of both languages: ASCII letters and digits, with one underscore for whatever else stands
// between them; Latin letters lose their accents. `stand_in` is for what has nothing of that.
std::string identifier_of(std::string_view text, std::string_view stand_in);

// Gives names of a scenario, which may be any text, identifiers that differ from each other and from reserved ones.
class IdentifierScope {
 public:
  using IsReserved = bool (*)(std::string_view, Language);

  IdentifierScope(Language language, IsReserved is_reserved) : language_(language), is_reserved_(is_reserved) {}

  // Nobody is given this identifier from here on.
  void leave_alone(const std::string& identifier) { taken_.insert(identifier); }

  // An identifier for each, in their order. Who has a good name already keeps it.
  std::vector<std::string> take(const std::vector<std::string_view>& names, std::string_view stand_in);

 private:
  bool is_good(std::string_view name, std::string_view identifier) const;
  std::string take_similar(std::string identifier);

  Language language_;
  IsReserved is_reserved_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::size_t> numbers_;  // the last one that an identifier was continued with
};

}  // namespace interleave
