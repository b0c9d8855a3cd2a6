#pragma once

#include <string>
#include <string_view>

namespace interleave::lesson {

// What `&amp;`, `&#233;` or `&#xE9;` stands for; where that is not known, the text as it is.
std::string entity_text(std::string_view entity);

}  // namespace interleave::lesson
