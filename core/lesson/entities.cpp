#include "core/lesson/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "core/base/code_point.h"

namespace interleave::lesson {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr std::array kEntities = {
    Entity{"&amp;", "&"},         Entity{"&lt;", "<"},         Entity{"&gt;", ">"},         Entity{"&quot;", "\""},
    Entity{"&apos;", "'"},        Entity{"&nbsp;", "\u00A0"},  Entity{"&ndash;", "\u2013"}, Entity{"&mdash;", "\u2014"},
    Entity{"&hellip;", "\u2026"}, Entity{"&times;", "\u00D7"}, Entity{"&rarr;", "\u2192"},  Entity{"&larr;", "\u2190"},
    Entity{"&le;", "\u2264"},     Entity{"&ge;", "\u2265"},    Entity{"&ne;", "\u2260"},
};

// No character, or one that no text has.
bool is_no_character(std::uint32_t number) {
  constexpr std::uint32_t kFirstSurrogate = 0xD800;
  constexpr std::uint32_t kLastSurrogate = 0xDFFF;
  constexpr std::uint32_t kLast = 0x10FFFF;
  return number < ' ' || number > kLast || (number >= kFirstSurrogate && number <= kLastSurrogate);
}

}  // namespace

std::string entity_text(std::string_view entity) {
  const auto* const named =
      std::find_if(kEntities.begin(), kEntities.end(), [&](const Entity& one) { return one.name == entity; });
  if (named != kEntities.end()) return std::string(named->text);
  std::string_view digits = entity;
  if (!digits.starts_with("&#")) return std::string(entity);
  digits.remove_prefix(2);
  const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (is_hexadecimal) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hexadecimal ? 16 : 10);
  if (read.ec != std::errc{} || is_no_character(number)) return std::string(entity);
  return utf8(static_cast<char32_t>(number));
}

std::string text_of(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity_text(part) : std::string(part);
  }
  return text;
}

}  // namespace interleave::lesson
