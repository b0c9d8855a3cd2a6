#pragma once

#include <md4c.h>
#include <string>
#include <string_view>

namespace interleave::lesson {

// What `&amp;`, `&#233;` or `&#xE9;` stands for; where that is not known, the text as it is.
std::string entity_text(std::string_view entity);

// Of what md4c tells of beside a text, with what its entities stand for.
std::string text_of(const MD_ATTRIBUTE& attribute);

}  // namespace interleave::lesson
