#include "core/scenario/expression.h"

#include <doctest/doctest.h>
#include <string>

namespace interleave {
namespace {

// With a pair of parentheses around every operation.
std::string shape(const Expression& expression, std::uint32_t at) {
  const Expression::Node& node = expression.nodes[at];
  switch (node.kind) {
    case Expression::Kind::number:
      return std::to_string(node.number);
    case Expression::Kind::name:
      return node.name;
    case Expression::Kind::placeholder:
      return "{" + node.name + "}";
    case Expression::Kind::negative:
    case Expression::Kind::logical_not:
      return "(" + std::string(symbol(node.kind)) + " " + shape(expression, node.right) + ")";
    default:
      return "(" + shape(expression, node.left) + " " + std::string(symbol(node.kind)) + " " +
             shape(expression, node.right) + ")";
  }
}

std::string condition(std::string_view text) {
  const auto parsed = parse_condition(text);
  if (!parsed) return std::to_string(parsed.error().column) + ": " + parsed.error().message;
  return shape(parsed.value(), static_cast<std::uint32_t>(parsed.value().nodes.size() - 1));
}

std::string number(std::string_view text) {
  const auto parsed = parse_number_expression(text);
  if (!parsed) return std::to_string(parsed.error().column) + ": " + parsed.error().message;
  return shape(parsed.value(), static_cast<std::uint32_t>(parsed.value().nodes.size() - 1));
}

}  // namespace

TEST_CASE("operators bind as in Python, and equal ones from the left") {
  CHECK(condition("1 - 2 - 3") == "((1 - 2) - 3)");
  CHECK(condition("1 + 2 * 3 // 4 % 5") == "(1 + (((2 * 3) // 4) % 5))");
  CHECK(condition("-a * b") == "((- a) * b)");
  CHECK(condition("a - -3") == "(a - -3)");
  CHECK(condition("- (a + 1)") == "(- (a + 1))");
  CHECK(condition("a or b and not c == 1 + 2") == "(a or (b and (not (c == (1 + 2)))))");
  CHECK(condition("not a and b") == "((not a) and b)");
  CHECK(condition("(a or b) and c") == "((a or b) and c)");
  CHECK(condition("a<=b") == "(a <= b)");
  CHECK(condition("android + notion") == "(android + notion)");
}

TEST_CASE("the least and the largest number can be written, and none beyond them") {
  CHECK(number("9223372036854775807") == "9223372036854775807");
  CHECK(number("-9223372036854775808") == "-9223372036854775808");
  CHECK(number("9223372036854775808") == "0: this number is beyond 9223372036854775807, the largest there is");
  CHECK(number("1 - 99999999999999999999") == "4: this number is beyond 9223372036854775807, the largest there is");
}

TEST_CASE("a number is no condition's place for what is true or false, but a placeholder is any value") {
  CHECK(number("a < b") == "2: this is true or false, and a number stands here");
  CHECK(number("{dish}") == "{dish}");
  CHECK(number("{dish} + 1") == "0: \"{\" is not expected here; names stand here without braces");
}

TEST_CASE("what is wrong is told at its byte, with what to write instead") {
  CHECK(condition("") == "0: an expression is empty; write a number, such as 0");
  CHECK(condition("a +") == "3: something is missing at the end of the expression");
  CHECK(condition("(a") == "0: this ( is not closed");
  CHECK(condition("a)") == "1: this ) closes nothing");
  CHECK(condition("a = 1") == "2: \"=\" is not expected here; write == to compare");
  CHECK(condition("a && b") == "2: \"&\" is not expected here; write and");
  CHECK(condition("!a") == "0: \"!\" is not expected here; write not");
  CHECK(condition("a / b") == "2: \"/\" is not expected here; write // for whole numbers");
  CHECK(condition("1.5") == "0: numbers are whole, in decimal digits; names do not begin with one");
  CHECK(condition("2x") == "0: numbers are whole, in decimal digits; names do not begin with one");
  CHECK(condition("007") == "0: a number does not begin with 0");
  CHECK(condition("a < b < c") == "6: comparisons cannot be chained; write a < b and b < c");
  CHECK(condition("(a < b) + 1") == "3: + takes numbers, and not what is true or false");
  CHECK(condition("and") ==
        "0: \"a\" is not expected here; an expression has numbers, names, + - * // %, comparisons, "
        "and, or, not, and parentheses");
}

TEST_CASE("an expression can be neither too long nor too deep") {
  CHECK(condition(std::string(1'001, '1')).find("at most 1000 bytes") != std::string::npos);
  CHECK(condition(std::string(60, '(') + "1" + std::string(60, ')')).find("too deeply") != std::string::npos);
  CHECK(condition(std::string(40, '(') + "1" + std::string(40, ')')) == "1");
}

}  // namespace interleave
