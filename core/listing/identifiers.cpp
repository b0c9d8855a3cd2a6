#include "core/listing/identifiers.h"

#include <array>
#include <fmt/format.h>
#include <utility>

#include "core/base/utf8.h"
#include "core/listing/ascii.h"

namespace interleave {
namespace {

// What U+00C0 to U+00FF are without their accents; empty where they are no letters.
constexpr std::array<std::string_view, 64> kLatin = {
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I",  "I",  //
    "D", "N", "O", "O", "O", "O", "O",  "",  "O", "U", "U", "U", "U", "Y", "Th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};

std::string_view letters_of(std::string_view character) {
  constexpr char kLeadOfLatin = '\xC3';
  if (character.size() == 1) return is_letter(character[0]) || is_digit(character[0]) ? character : "";
  if (character.size() != 2 || character[0] != kLeadOfLatin) return "";
  return kLatin.at(static_cast<unsigned char>(character[1]) & 0x3FU);
}

}  // namespace

std::string identifier_of(std::string_view text, std::string_view stand_in) {
  std::string identifier;
  bool parted = false;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text), 1);
    const std::string_view letters = letters_of(text.substr(0, length));
    text.remove_prefix(length);
    if (!letters.empty() && parted && !identifier.empty()) identifier += '_';
    parted = letters.empty();
    identifier += letters;
  }
  if (identifier.empty()) return std::string(stand_in);
  return is_digit(identifier.front()) ? fmt::format("{}_{}", stand_in, identifier) : identifier;
}

std::vector<std::string> IdentifierScope::take(const std::vector<std::string_view>& names, std::string_view stand_in) {
  std::vector<std::string> identifiers;
  identifiers.reserve(names.size());
  std::vector<std::size_t> others;
  for (const std::string_view name : names) {
    identifiers.push_back(identifier_of(name, stand_in));
    const bool keeps_it = is_good(name, identifiers.back()) && taken_.insert(identifiers.back()).second;
    if (!keeps_it) others.push_back(identifiers.size() - 1);
  }
  for (const std::size_t at : others) identifiers[at] = take_similar(std::move(identifiers[at]));
  return identifiers;
}

bool IdentifierScope::is_good(std::string_view name, std::string_view identifier) const {
  return name == identifier && !is_reserved_(identifier, language_);
}

std::string IdentifierScope::take_similar(std::string identifier) {
  if (is_reserved_(identifier, language_)) identifier += '_';
  if (taken_.insert(identifier).second) return identifier;
  const std::string_view separator = identifier.ends_with('_') ? "" : "_";
  // Of a family of reserved names, as all in capitals, no number leads out: there the underscore has to do.
  const bool is_of_family = is_reserved_(fmt::format("{}{}", identifier, separator), language_);
  std::size_t& number = numbers_.try_emplace(identifier, 1).first->second;
  for (;;) {
    std::string numbered = fmt::format("{}{}{}", identifier, separator, ++number);
    const bool may_be = is_of_family || !is_reserved_(numbered, language_);
    if (may_be && taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace interleave
