#include "core/listing/expression_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace interleave {
namespace {

using Kind = Expression::Kind;

struct Written {
  std::string text;
  int level = 0;  // how tightly it holds together
};

// How tightly operators bind: from the loosest to what is one thing.
enum Level { kOr = 1, kAnd, kNot, kComparison, kSum, kProduct, kSign, kAtom };

class ExpressionWriter {
 public:
  ExpressionWriter(const Expression& expression, Language language,
                   const std::function<std::string(const std::string&)>& of_name)
      : expression_(expression), is_python_(language == Language::python), of_name_(of_name) {}

  Written write(std::uint32_t position) const {
    const Expression::Node& node = expression_.nodes[position];
    switch (node.kind) {
      case Kind::number:
        return number(node.number);
      case Kind::name:
      case Kind::placeholder:
        return {of_name_(node.name), kAtom};
      case Kind::negative:
        return {"-" + within(node.right, kAtom), kSign};
      case Kind::logical_not:
        return is_python_ ? Written{"not " + parenthesized(condition(node.right), kNot), kNot}
                          : Written{"!" + parenthesized(condition(node.right), kAtom), kSign};
      case Kind::logical_and:
        return {fmt::format("{} {} {}", parenthesized(condition(node.left), kAnd), is_python_ ? "and" : "&&",
                            parenthesized(condition(node.right), kAnd + 1)),
                kAnd};
      case Kind::logical_or:
        return either(node);
      case Kind::floor_divided:
      case Kind::modulo:
        return quotient(node);
      case Kind::times:
        return joined(node, "*", kProduct);
      case Kind::plus:
      case Kind::minus:
        return joined(node, symbol(node.kind), kSum);
      default:
        return {fmt::format("{} {} {}", within(node.left, kSum), symbol(node.kind), within(node.right, kSum)),
                kComparison};
    }
  }

  // What is true or false. C++ compilers take a product for a slip there.
  Written condition(std::uint32_t position) const {
    Written whole = write(position);
    if (is_python_ || expression_.nodes[position].kind != Kind::times) return whole;
    return {std::move(whole.text) + " != 0", kComparison};
  }

 private:
  Written number(std::int64_t value) const {
    const bool has_no_literal = !is_python_ && value == std::numeric_limits<std::int64_t>::min();
    if (has_no_literal) return {"(-9223372036854775807 - 1)", kAtom};
    return {fmt::format("{}", value), value < 0 ? kSign : kAtom};
  }

  static std::string parenthesized(Written part, int least) {
    return part.level < least ? "(" + std::move(part.text) + ")" : std::move(part.text);
  }
  std::string within(std::uint32_t position, int least) const { return parenthesized(write(position), least); }

  // From the left, so that the right operand must bind tighter.
  Written joined(const Expression::Node& node, std::string_view by, int level) const {
    return {fmt::format("{} {} {}", within(node.left, level), by, within(node.right, level + 1)), level};
  }

  // C++ compilers ask for parentheses around && within ||.
  Written either(const Expression::Node& node) const {
    if (is_python_) return joined(node, "or", kOr);
    const auto side = [&](std::uint32_t position) {
      const bool is_either = expression_.nodes[position].kind == Kind::logical_or;
      return parenthesized(condition(position), is_either ? kOr : kAnd + 1);
    };
    return {fmt::format("{} || {}", side(node.left), side(node.right)), kOr};
  }

  Written quotient(const Expression::Node& node) const {
    if (is_python_) return joined(node, symbol(node.kind), kProduct);
    const std::string_view function = node.kind == Kind::modulo ? "modulo" : "floor_divided";
    return {fmt::format("{}({}, {})", function, write(node.left).text, write(node.right).text), kAtom};
  }

  const Expression& expression_;
  bool is_python_;
  const std::function<std::string(const std::string&)>& of_name_;
};

}  // namespace

std::string expression_text(const Expression& expression, Language language,
                            const std::function<std::string(const std::string& name)>& of_name) {
  return ExpressionWriter(expression, language, of_name)
      .write(static_cast<std::uint32_t>(expression.nodes.size() - 1))
      .text;
}

std::string condition_text(const Expression& expression, Language language,
                           const std::function<std::string(const std::string& name)>& of_name) {
  return ExpressionWriter(expression, language, of_name)
      .condition(static_cast<std::uint32_t>(expression.nodes.size() - 1))
      .text;
}

bool divides(const Expression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(), [](const Expression::Node& node) {
    return node.kind == Kind::floor_divided || node.kind == Kind::modulo;
  });
}

}  // namespace interleave
