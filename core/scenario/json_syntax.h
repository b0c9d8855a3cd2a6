#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/scenario/json_error.h"

namespace interleave {

// What a parser has read last.
enum class JsonPlace : std::uint8_t { beginning, opening, key, value };

struct JsonOpening {
  bool is_object = false;
  std::size_t offset = 0;
};

// How far a parser has come in a text: what it read last, where that ended, and which brackets are open.
struct JsonSyntax {
  JsonPlace after = JsonPlace::beginning;
  std::size_t end = 0;
  std::vector<JsonOpening> open;
};

// Where the next token begins that is not a comma or a colon.
std::size_t skip_separators(std::string_view text, std::size_t at);

// What is wrong with a text that is correct up to `syntax`, and which the parser gave up at the next token.
JsonError explain_syntax_error(std::string_view text, const JsonSyntax& syntax);

}  // namespace interleave
