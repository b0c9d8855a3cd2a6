#include "app/gui/model/edit/step_text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "app/gui/model/edit/call_edits.h"
#include "app/gui/model/edit/field_reading.h"
#include "core/base/code_point.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/text_template.h"

namespace interleave::gui {

namespace {

using Refusal = std::optional<std::string>;  // why it was not taken

// The name that the text is a placeholder for, if it is one and nothing else.
std::optional<std::string> placeholder_in(std::string_view text) {
  const auto pieces = parse_template(text);
  const bool is_one = pieces && pieces.value().size() == 1 && pieces.value().front().is_placeholder;
  return is_one ? std::optional(pieces.value().front().text) : std::nullopt;
}

std::string text_of(const Quantity& quantity) {
  if (const auto* number = std::get_if<Number>(&quantity)) return number->text;
  return "{" + std::get<Placeholder>(quantity).name + "}";
}

std::string text_of(const OneOrMore& value, bool is_always_list) {
  const std::string text = typed_list(value.names);
  return value.is_list && !is_always_list && value.names.size() < 2 ? "[" + text + "]" : text;
}

Refusal take_names(OneOrMore& value, std::string_view text, bool is_always_list) {
  text = trimmed(text);
  const bool in_brackets = text.size() > 1 && text.front() == '[' && text.back() == ']';
  const auto names = read_typed_list(in_brackets ? text.substr(1, text.size() - 2) : text);
  if (!names) return fmt::format("{} has a quote that is not closed", in_quotes(text));
  value = {*names, in_brackets || is_always_list || names->size() != 1};
  return std::nullopt;
}

Refusal take_expression(Expression& value, Result<Expression, ExpressionError> parsed) {
  if (!parsed) return parsed.error().message;
  value = std::move(parsed).value();
  return std::nullopt;
}

// What is no number is written as text, which the loader refuses with what it wants instead.
Quantity quantity_of(std::string_view text, const std::vector<std::string>& quantities) {
  text = trimmed(text);
  const bool is_name = std::find(quantities.begin(), quantities.end(), text) != quantities.end();
  // A name may look like a number; that is in braces.
  if (is_name && typed_value(text).front() == '"') return Placeholder{std::string(text)};
  if (const auto name = placeholder_in(text)) return Placeholder{*name};
  const std::string value = typed_value(text);
  return value.front() == '"' ? Quantity(Number{value, {}, {}}) : Quantity(read_number(value));
}

std::string text_at(const part::Text& /*part*/, const std::string& value) { return with_escapes(value); }
std::string text_at(const part::Seconds& /*part*/, const Quantity& value) { return text_of(value); }
std::string text_at(const part::Count& /*part*/, const Quantity& value) { return text_of(value); }
std::string text_at(const part::Index& /*part*/, const std::string& value) { return value; }
std::string text_at(const part::Own& /*part*/, const std::string& value) { return value; }
std::string text_at(const part::Owns& /*part*/, const OneOrMore& value) {
  return value.names.empty() ? "" : text_of(value, value.is_list);
}
std::string text_at(const part::OtherTask& /*part*/, const std::string& value) { return value; }
std::string text_at(const part::OtherTasks& part, const OneOrMore& value) {
  return text_of(value, part.is_always_list);
}
std::string text_at(const part::Timeout& /*part*/, const std::optional<Quantity>& value) {
  return value ? text_of(*value) : "";
}
std::string text_at(const part::Made& /*part*/, const Expression& value) { return value.text; }
std::string text_at(const part::Condition& /*part*/, const Expression& value) { return value.text; }
std::string text_at(const part::Shared& /*part*/, const SharedName& value) {
  const auto* const name = std::get_if<std::string>(&value);
  return name != nullptr ? *name : "{" + std::get<Placeholder>(value).name + "}";
}

std::string text_at(const part::Callee& /*part*/, const std::string& value) { return value; }
std::string text_at(const part::Arguments& /*part*/, const std::vector<PassedArgument>& value) {
  return typed_arguments(value);
}
std::string text_at(const part::Flag& /*part*/, bool value) { return value ? "true" : ""; }

using Names = std::vector<std::string>;

Refusal take(const part::Text& /*part*/, std::string& value, std::string_view text, const Names& /*names*/) {
  value = without_escapes(text);
  return std::nullopt;
}
Refusal take(const part::Seconds& /*part*/, Quantity& value, std::string_view text, const Names& names) {
  value = quantity_of(text, names);
  return std::nullopt;
}
Refusal take(const part::Count& /*part*/, Quantity& value, std::string_view text, const Names& names) {
  value = quantity_of(text, names);
  return std::nullopt;
}
Refusal take(const part::Index& /*part*/, std::string& value, std::string_view text, const Names& /*names*/) {
  value = trimmed(text);
  return std::nullopt;
}
Refusal take(const part::Own& /*part*/, std::string& value, std::string_view text, const Names& /*names*/) {
  value = trimmed(text);
  return std::nullopt;
}
Refusal take(const part::Owns& /*part*/, OneOrMore& value, std::string_view text, const Names& /*names*/) {
  if (!trimmed(text).empty()) return take_names(value, text, false);
  value = {};
  return std::nullopt;
}
Refusal take(const part::OtherTask& /*part*/, std::string& value, std::string_view text, const Names& /*names*/) {
  value = trimmed(text);
  return std::nullopt;
}
Refusal take(const part::OtherTasks& part, OneOrMore& value, std::string_view text, const Names& /*names*/) {
  return take_names(value, text, part.is_always_list);
}
Refusal take(const part::Timeout& /*part*/, std::optional<Quantity>& value, std::string_view text, const Names& names) {
  value = trimmed(text).empty() ? std::nullopt : std::optional(quantity_of(text, names));
  return std::nullopt;
}
Refusal take(const part::Made& /*part*/, Expression& value, std::string_view text, const Names& /*names*/) {
  return take_expression(value, parse_number_expression(trimmed(text)));
}
Refusal take(const part::Condition& /*part*/, Expression& value, std::string_view text, const Names& /*names*/) {
  return take_expression(value, parse_condition(trimmed(text)));
}
Refusal take(const part::Shared& /*part*/, SharedName& value, std::string_view text, const Names& /*names*/) {
  if (const auto name = placeholder_in(trimmed(text)))
    value = Placeholder{*name};
  else
    value = std::string(trimmed(text));
  return std::nullopt;
}

Refusal take(const part::Callee& /*part*/, std::string& value, std::string_view text, const Names& /*names*/) {
  value = trimmed(text);
  return std::nullopt;
}
Refusal take(const part::Arguments& /*part*/, std::vector<PassedArgument>& value, std::string_view text,
             const Names& /*names*/) {
  return take_arguments(value, text);
}
Refusal take(const part::Flag& part, bool& value, std::string_view text, const Names& /*names*/) {
  text = trimmed(text);
  if (!text.empty() && text != "true" && text != "false") {
    return fmt::format("{} is \"true\", or left out", in_quotes(part.key));
  }
  value = text == "true";
  return std::nullopt;
}

// The values that an `await` gets are as many as its tasks, and a list where those are one. With other tasks the names
// of the last values go, or get company.
void fit_values(Step& step, std::string_view key) {
  const OneOrMore* tasks = nullptr;
  OneOrMore* values = nullptr;
  bool other_tasks = false;
  for_each_part(step, [&]<class Part>(const Part& part, auto& value) {
    if constexpr (std::is_same_v<Part, part::OtherTasks>) {
      tasks = &value;
      other_tasks = part.key == key;
    }
    if constexpr (std::is_same_v<Part, part::Owns>) values = &value;
  });
  if (tasks == nullptr || values == nullptr || values->names.empty()) return;
  Names& names = values->names;
  if (other_tasks && !tasks->names.empty()) {
    const std::string first = names.front();
    names.resize(std::min(names.size(), tasks->names.size()));
    for (std::size_t next = 2; names.size() < tasks->names.size(); ++next) {
      const std::string name = fmt::format("{}_{}", first, next);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  if (names.size() == tasks->names.size()) values->is_list = tasks->is_list;
}

template <class Part>
constexpr bool kIsBody = std::is_same_v<Part, part::Body> || std::is_same_v<Part, part::OptionalBody>;

}  // namespace

std::optional<std::string> typed_part(const Step& step, std::string_view key) {
  std::optional<std::string> text;
  for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
    if constexpr (!kIsBody<Part>) {
      if (part.key == key) text = text_at(part, value);
    }
  });
  return text;
}

std::optional<std::string> type_part(Step& step, std::string_view key, std::string_view text,
                                     const std::vector<std::string>& quantities) {
  Refusal refusal;
  for_each_part(step, [&]<class Part>(const Part& part, auto& value) {
    if constexpr (!kIsBody<Part>) {
      if (part.key == key) refusal = take(part, value, text, quantities);
    }
  });
  if (!refusal) fit_values(step, key);
  return refusal;
}

std::string with_escapes(std::string_view text) {
  std::string typed;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, std::max<std::size_t>(utf8_length(text), 1));
    if (character == "\t") {
      typed += "\\t";
    } else if (character == "\n") {
      typed += "\\n";
    } else if (character == "\\") {
      typed += "\\\\";
    } else if (is_control(character)) {
      typed += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point(character)));
    } else {
      typed += character;
    }
    text.remove_prefix(character.size());
  }
  return typed;
}

// A backslash that escapes nothing is one.
std::string without_escapes(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  std::string meant;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
    if (next == 't' || next == 'n' || next == '\\') {
      meant += next == 't' ? '\t' : next == 'n' ? '\n' : '\\';
      ++at;
      continue;
    }
    std::uint32_t code = 0;
    const std::string_view digits = text.substr(std::min(at + 2, text.size()), kDigits);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const bool is_code = next == 'u' && error == std::errc{} && end == digits.data() + kDigits &&
                         is_control(utf8(static_cast<char32_t>(code)));
    if (is_code) {
      meant += utf8(static_cast<char32_t>(code));
      at += 1 + kDigits;
    } else {
      meant += text[at];
    }
  }
  return meant;
}

}  // namespace interleave::gui
