#include "core/listing/cpp_expressions.h"

#include <cstdint>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <vector>

#include "core/listing/expression_text.h"
#include "core/listing/literals.h"
#include "core/listing/value_kinds.h"

namespace interleave {
namespace {

// The number that the name stands for.
std::string number_of(const ListedFunction& function, const std::string& name) {
  const auto [identifier, form] = function.local(Placeholder{name});
  if (function.may_be_no_number(name)) return identifier + ".number()";
  if (form.type != ParameterType::text) return identifier;
  return form.is_spelled_freely ? fmt::format("static_cast<long long>(std::stod({}))", identifier)
                                : fmt::format("std::stoll({})", identifier);
}

}  // namespace

std::string cpp_number(const ListedFunction& function, const Expression& expression) {
  return expression_text(expression, Language::cpp, [&](const std::string& name) { return number_of(function, name); });
}

std::string cpp_condition(const ListedFunction& function, const Expression& condition) {
  return condition_text(condition, Language::cpp, [&](const std::string& name) { return number_of(function, name); });
}

std::string cpp_value(const ListedFunction& function, const Expression& expression) {
  const std::string* const name = sole_name(expression);
  if (name == nullptr) return cpp_number(function, expression);
  const auto local = function.local(Placeholder{*name});
  const bool is_handed_on = function.may_be_no_number(*name) || local.form.may_be_text;
  return is_handed_on ? local.identifier : cpp_number(function, expression);
}

std::string cpp_parts(const ListedFunction& function, std::string_view text) {
  std::vector<std::string> parts;
  for (const TextPiece& piece : function.pieces_of(text)) {
    parts.push_back(piece.is_placeholder ? piece.text : string_literal(piece.text, Language::cpp));
  }
  return parts.empty() ? "\"\"" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string cpp_seconds(const ListedFunction& function, const Quantity& quantity) {
  if (const auto* number = std::get_if<Number>(&quantity)) {
    return fmt::format("{} * SECOND", number->duration == Duration::zero() ? "0" : number->text);
  }
  const auto [identifier, form] = function.local(std::get<Placeholder>(quantity));
  return fmt::format("{} * SECOND", form.type == ParameterType::text ? "std::stod(" + identifier + ")" : identifier);
}

std::pair<std::string, bool> cpp_count(const ListedFunction& function, const Quantity& quantity) {
  if (const auto* number = std::get_if<Number>(&quantity)) {
    const std::int64_t times = number->integer.value_or(0);
    return {std::to_string(times), times > std::numeric_limits<std::int32_t>::max()};
  }
  const auto [identifier, form] = function.local(std::get<Placeholder>(quantity));
  const bool is_wide = form.type == ParameterType::wide_integer;
  if (form.type != ParameterType::text) return {identifier, is_wide};
  return {fmt::format("std::{}({})", form.is_spelled_freely ? "stod" : "stoll", identifier), true};
}

}  // namespace interleave
