#include "core/execution/formula.h"

#include <fmt/format.h>
#include <limits>
#include <optional>

#include "core/base/utf8.h"

namespace interleave {
namespace {

using Kind = Expression::Kind;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

// Towards minus infinity, as Python divides. Not by 0, and not the least number by -1.
std::int64_t floor_divided(std::int64_t one, std::int64_t other) {
  const std::int64_t quotient = one / other;
  return one % other != 0 && (one < 0) != (other < 0) ? quotient - 1 : quotient;
}

class Calculation {
 public:
  Calculation(const Formula& formula, const ValueLayout& layout, const Values& values)
      : formula_(formula), layout_(layout), values_(values) {}

  std::optional<std::int64_t> run() { return of(static_cast<std::uint32_t>(formula_.nodes.size() - 1)); }
  const char* problem() const { return problem_; }

 private:
  using Number = std::optional<std::int64_t>;

  Number fails(const char* problem) {
    problem_ = problem;
    return std::nullopt;
  }

  Number of(std::uint32_t position) {
    const Formula::Node& node = formula_.nodes[position];
    switch (node.kind) {
      case Kind::number:
        return value_of(node.operand, layout_, values_);
      case Kind::name:
      case Kind::placeholder:
        return named(node.operand);
      case Kind::negative:
      case Kind::logical_not:
        return unary(node);
      case Kind::logical_and:
      case Kind::logical_or:
        return joined(node);
      default:
        return binary(node);
    }
  }

  Number named(const Operand& operand) {
    if (operand.kind == Operand::Kind::own) {
      const Value::Kind kind = kind_of_own(static_cast<std::size_t>(operand.value), layout_, values_);
      if (kind == Value::Kind::text) return fails("a text is no number");
      if (kind == Value::Kind::none) return fails("there is no value, since the task returned none");
    } else if (value_of(formula_.kind, layout_, values_) != 0) {
      return fails("a text is no number");
    }
    return value_of(operand, layout_, values_);
  }

  Number unary(const Formula::Node& node) {
    const Number operand = of(node.right);
    if (!operand) return std::nullopt;
    if (node.kind == Kind::logical_not) return *operand == 0 ? 1 : 0;
    return *operand == kLeast ? overflow() : Number(-*operand);
  }

  Number joined(const Formula::Node& node) {
    const Number left = of(node.left);
    if (!left) return std::nullopt;
    const bool decides = (*left != 0) == (node.kind == Kind::logical_or);
    if (decides) return *left != 0 ? 1 : 0;
    const Number right = of(node.right);
    return right ? Number(*right != 0 ? 1 : 0) : std::nullopt;
  }

  Number binary(const Formula::Node& node) {
    const Number left = of(node.left);
    const Number right = left ? of(node.right) : std::nullopt;
    if (!right) return std::nullopt;
    std::int64_t made = 0;
    switch (node.kind) {
      case Kind::plus:
        return __builtin_add_overflow(*left, *right, &made) ? overflow() : Number(made);
      case Kind::minus:
        return __builtin_sub_overflow(*left, *right, &made) ? overflow() : Number(made);
      case Kind::times:
        return __builtin_mul_overflow(*left, *right, &made) ? overflow() : Number(made);
      case Kind::floor_divided:
        if (*right == 0) return fails("division by 0");
        return *left == kLeast && *right == -1 ? overflow() : Number(floor_divided(*left, *right));
      case Kind::modulo:
        if (*right == 0) return fails("division by 0");
        return *right == -1 ? 0 : *left - floor_divided(*left, *right) * *right;
      default:
        return compared(node.kind, *left, *right) ? 1 : 0;
    }
  }

  static bool compared(Kind kind, std::int64_t one, std::int64_t other) {
    switch (kind) {
      case Kind::equal:
        return one == other;
      case Kind::not_equal:
        return one != other;
      case Kind::less:
        return one < other;
      case Kind::less_or_equal:
        return one <= other;
      case Kind::greater:
        return one > other;
      default:
        return one >= other;
    }
  }

  Number overflow() { return fails("the result has no room in 64 bits"); }

  const Formula& formula_;
  const ValueLayout& layout_;
  const Values& values_;
  const char* problem_ = "";
};

}  // namespace

std::optional<std::int64_t> value_of(const Formula& formula, const ValueLayout& layout, const Values& values) {
  return Calculation(formula, layout, values).run();
}

std::optional<Value> any_value_of(const Formula& formula, const ValueLayout& layout, const Values& values) {
  const Formula::Node& whole = formula.nodes.back();
  const bool is_name = whole.kind == Expression::Kind::name || whole.kind == Expression::Kind::placeholder;
  if (is_name && whole.operand.kind == Operand::Kind::own) {
    const auto position = static_cast<std::size_t>(whole.operand.value);
    return Value{kind_of_own(position, layout, values), value_of(whole.operand, layout, values)};
  }
  const auto kind = static_cast<Value::Kind>(value_of(formula.kind, layout, values));
  if (is_name && kind != Value::Kind::number) return Value{kind, value_of(whole.operand, layout, values)};
  const auto number = value_of(formula, layout, values);
  return number ? std::optional(Value{Value::Kind::number, *number}) : std::nullopt;
}

std::string problem_of(const Formula& formula, const ValueLayout& layout, const Values& values) {
  Calculation calculation(formula, layout, values);
  calculation.run();
  return fmt::format("{}: {}", in_quotes(formula.text), calculation.problem());
}

}  // namespace interleave
