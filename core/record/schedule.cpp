#include "core/record/schedule.h"

#include <fmt/format.h>

#include "core/base/json_text.h"

namespace interleave {
namespace {

std::string name_in_schedule(const std::string& name) {
  const bool is_plain = name.find_first_of(",:!>\"") == name.npos && !name.starts_with(' ') && !name.ends_with(' ');
  return is_plain ? name : json_string(name);
}

}  // namespace

std::string token_text(const Token& token, const std::vector<std::string>& names) {
  std::string text = name_in_schedule(names[index(token.task)]);
  switch (token.kind) {
    case Token::Kind::step:
      break;
    case Token::Kind::timeout:
      text += '!';
      break;
    case Token::Kind::own_timeout:
      text += "!!";
      break;
    case Token::Kind::takes:
      text += '>' + name_in_schedule(names[index(token.taken)]);
      break;
  }
  return text;
}

std::string schedule_text(const Schedule& schedule, const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < schedule.size();) {
    const Token& token = schedule[at];
    std::size_t count = 0;
    for (; at < schedule.size() && schedule[at] == token; ++at) ++count;
    if (!text.empty()) text += ", ";
    text += token_text(token, names);
    if (count > 1) text += fmt::format(":{}", count);
  }
  return text;
}

}  // namespace interleave
