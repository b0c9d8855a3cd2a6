#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace interleave {

// What a step makes of the task's own values: whole numbers of 64 bits with + - * // %, comparisons of them, and what
// and, or, not make of those. Means what it does in Python, and may be written so.
struct Expression {
  enum class Kind : std::uint8_t {
    number,
    name,         // of a value
    placeholder,  // "{name}", the whole expression: a value of any kind
    negative,     // of the right operand
    plus,
    minus,
    times,
    floor_divided,
    modulo,
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    logical_not,  // of the right operand
    logical_and,  // the right operand counts, and is computed, only where the left one does not decide
    logical_or,
  };

  // Operands stand before what is made of them, so that the whole is the last node.
  struct Node {
    Kind kind = Kind::number;
    std::uint32_t column = 0;  // of the operator, name or number in the text, in bytes
    std::uint32_t left = 0;    // positions of the operands
    std::uint32_t right = 0;
    std::int64_t number = 0;
    std::string name = {};

    friend bool operator==(const Node&, const Node&) = default;
  };

  std::string text;  // as it was written
  std::vector<Node> nodes;

  const Node& whole() const { return nodes.back(); }
  // Written as JSON writes a number.
  bool is_plain_number() const {
    return whole().kind == Kind::number && text.find_first_not_of("-0123456789") == std::string::npos;
  }

  friend bool operator==(const Expression&, const Expression&) = default;
};

// What is wrong with the text of an expression, where in it, in bytes, and what to write instead.
struct ExpressionError {
  std::size_t column = 0;
  std::string message;
};

// Whether it is true or false, and not a number.
bool is_condition(Expression::Kind kind);

Expression whole_number(std::int64_t number);
// The text of a number: no comparison in it, unless the text is one placeholder.
Result<Expression, ExpressionError> parse_number_expression(std::string_view text);
// The text of a condition; a number is true where it is not 0.
Result<Expression, ExpressionError> parse_condition(std::string_view text);

// The operator as Python writes it.
std::string_view symbol(Expression::Kind kind);

}  // namespace interleave
