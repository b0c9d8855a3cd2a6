#include "core/scenario/expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/scenario/text_template.h"

namespace interleave {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t kLongestExpression = 1'000;  // in bytes
constexpr int kDeepestExpression = 50;             // parentheses and signs within each other

struct Symbol {
  std::string_view text;
  Kind kind;
};
// Longer ones before those they begin with.
constexpr std::array kSymbols = {Symbol{"//", Kind::floor_divided},
                                 Symbol{"==", Kind::equal},
                                 Symbol{"!=", Kind::not_equal},
                                 Symbol{"<=", Kind::less_or_equal},
                                 Symbol{">=", Kind::greater_or_equal},
                                 Symbol{"<", Kind::less},
                                 Symbol{">", Kind::greater},
                                 Symbol{"+", Kind::plus},
                                 Symbol{"-", Kind::minus},
                                 Symbol{"*", Kind::times},
                                 Symbol{"%", Kind::modulo}};

// How tightly an operator binds its operands; 0: it is none between two.
int precedence(Kind kind) {
  switch (kind) {
    case Kind::logical_or:
      return 1;
    case Kind::logical_and:
      return 2;
    case Kind::equal:
    case Kind::not_equal:
    case Kind::less:
    case Kind::less_or_equal:
    case Kind::greater:
    case Kind::greater_or_equal:
      return 4;
    case Kind::plus:
    case Kind::minus:
      return 5;
    case Kind::times:
    case Kind::floor_divided:
    case Kind::modulo:
      return 6;
    default:
      return 0;
  }
}
constexpr std::uint64_t kMostNegative = std::uint64_t{1} << 63U;  // that far below 0 there is a number
constexpr int kOfNot = 3;
constexpr int kOfComparisons = 4;
constexpr int kOfSigns = 7;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What somebody may have meant who writes other languages.
std::string_view instead_of(std::string_view text) {
  if (text.starts_with("&&")) return "write and";
  if (text.starts_with("||")) return "write or";
  if (text.starts_with("!")) return "write not";
  if (text.starts_with("=")) return "write == to compare";
  if (text.starts_with("/")) return "write // for whole numbers";
  if (text.starts_with("{")) return "names stand here without braces";
  if (text.starts_with(".") || text.starts_with(",")) return "numbers are whole";
  if (text.starts_with("\"") || text.starts_with("'")) return "a text cannot stand here";
  return "an expression has numbers, names, + - * // %, comparisons, and, or, not, and parentheses";
}

// By precedence climbing (M. Richards, 1979), from the left.
class ExpressionParser {
 public:
  explicit ExpressionParser(std::string_view text) : text_(text) {}

  std::optional<std::vector<Expression::Node>> parse() {
    if (text_.size() > kLongestExpression) {
      fail(0, fmt::format("an expression has at most {} bytes", kLongestExpression));
      return std::nullopt;
    }
    skip_spaces();
    if (at_ == text_.size()) fail(at_, "an expression is empty; write a number, such as 0");
    const auto whole = operation(1, 0);
    if (whole && at_ < text_.size()) unexpected();
    if (error_) return std::nullopt;
    return std::move(nodes_);
  }

  const ExpressionError& error() const { return *error_; }

 private:
  using Operand = std::optional<std::uint32_t>;

  Operand fail(std::size_t column, std::string message) {
    if (!error_) error_ = ExpressionError{column, std::move(message)};
    return std::nullopt;
  }

  Operand unexpected() {
    if (at_ == text_.size()) return fail(at_, "something is missing at the end of the expression");
    if (text_[at_] == ')') return fail(at_, "this ) closes nothing");
    const std::string_view rest = text_.substr(at_);
    const std::string_view character = rest.substr(0, std::max<std::size_t>(1, utf8_length(rest)));
    return fail(at_, fmt::format("{} is not expected here; {}", in_quotes(character), instead_of(rest)));
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::string_view word_ahead() const {
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || (end > at_ && is_digit(text_[end])))) ++end;
    return text_.substr(at_, end - at_);
  }

  // The operator that comes next, without taking it.
  std::optional<Symbol> symbol_ahead() const {
    const std::string_view word = word_ahead();
    if (word == "and") return Symbol{word, Kind::logical_and};
    if (word == "or") return Symbol{word, Kind::logical_or};
    const std::string_view rest = text_.substr(at_);
    const auto* found =
        std::find_if(kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) { return rest.starts_with(s.text); });
    return found == kSymbols.end() ? std::nullopt : std::optional(*found);
  }

  std::uint32_t add(Expression::Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  Operand operation(int least, int depth) {
    Operand left = operand(depth);
    bool compared = false;
    while (left) {
      skip_spaces();
      const auto next = symbol_ahead();
      if (!next || precedence(next->kind) < least) break;
      const int level = precedence(next->kind);
      if (level == kOfComparisons && std::exchange(compared, true)) {
        return fail(at_, "comparisons cannot be chained; write a < b and b < c");
      }
      const std::size_t column = at_;
      at_ += next->text.size();
      left = combine(next->kind, column, *left, operation(level + 1, depth));
    }
    return left;
  }

  Operand combine(Kind kind, std::size_t column, std::uint32_t left, Operand right) {
    if (!right) return std::nullopt;
    const bool joins_conditions = kind == Kind::logical_and || kind == Kind::logical_or;
    for (const std::uint32_t operand : {left, *right}) {
      if (!joins_conditions && is_condition(nodes_[operand].kind)) {
        return fail(nodes_[operand].column,
                    fmt::format("{} takes numbers, and not what is true or false", symbol(kind)));
      }
    }
    return add({.kind = kind, .column = static_cast<std::uint32_t>(column), .left = left, .right = *right});
  }

  Operand operand(int depth) {
    skip_spaces();
    if (depth > kDeepestExpression) return fail(at_, "parentheses and signs stand within each other too deeply");
    if (at_ == text_.size()) return unexpected();
    if (is_digit(text_[at_])) return number();
    if (text_[at_] == '-') return negative(depth);
    if (text_[at_] == '(') return parenthesised(depth);
    const std::string_view word = word_ahead();
    if (word == "not") return negation(depth);
    if (word.empty() || word == "and" || word == "or") return unexpected();
    const std::size_t column = at_;
    at_ += word.size();
    return add({.kind = Kind::name, .column = static_cast<std::uint32_t>(column), .name = std::string(word)});
  }

  // Behind its sign, if it has one.
  Operand number(bool is_negative = false) {
    const std::size_t column = at_;
    std::uint64_t value = 0;
    const char* const end = text_.data() + text_.size();
    const auto [stop, error] = std::from_chars(text_.data() + at_, end, value);
    const std::uint64_t most = is_negative ? kMostNegative : kMostNegative - 1;
    if (error != std::errc{} || value > most)
      return fail(column, "this number is beyond 9223372036854775807, the largest there is");
    if (text_[at_] == '0' && stop > text_.data() + at_ + 1) return fail(column, "a number does not begin with 0");
    at_ = static_cast<std::size_t>(stop - text_.data());
    if (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '.')) {
      return fail(column, "numbers are whole, in decimal digits; names do not begin with one");
    }
    const std::uint64_t bits = is_negative ? std::uint64_t{0} - value : value;
    return add({.kind = Kind::number,
                .column = static_cast<std::uint32_t>(column),
                .number = static_cast<std::int64_t>(bits)});
  }

  Operand negative(int depth) {
    const std::size_t column = at_++;
    skip_spaces();
    if (at_ < text_.size() && is_digit(text_[at_])) return number(true);
    const Operand of = operation(kOfSigns, depth + 1);
    if (!of) return std::nullopt;
    if (is_condition(nodes_[*of].kind))
      return fail(nodes_[*of].column, "- takes a number, and not what is true or false");
    return add({.kind = Kind::negative, .column = static_cast<std::uint32_t>(column), .right = *of});
  }

  Operand negation(int depth) {
    const std::size_t column = at_;
    at_ += std::string_view("not").size();
    const Operand of = operation(kOfNot, depth + 1);
    if (!of) return std::nullopt;
    return add({.kind = Kind::logical_not, .column = static_cast<std::uint32_t>(column), .right = *of});
  }

  Operand parenthesised(int depth) {
    const std::size_t column = at_++;
    const Operand inner = operation(1, depth + 1);
    if (!inner) return std::nullopt;
    skip_spaces();
    if (at_ == text_.size() || text_[at_] != ')') {
      return at_ == text_.size() ? fail(column, "this ( is not closed") : unexpected();
    }
    ++at_;
    return inner;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Expression::Node> nodes_;
  std::optional<ExpressionError> error_;
};

// "{name}", if that is all there is.
std::optional<Expression> placeholder(std::string_view text) {
  auto pieces = parse_template(text);
  if (!pieces || pieces.value().size() != 1 || !pieces.value().front().is_placeholder) return std::nullopt;
  return Expression{std::string(text), {{.kind = Kind::placeholder, .name = pieces.value().front().text}}};
}

}  // namespace

bool is_condition(Kind kind) { return kind >= Kind::equal; }

Expression whole_number(std::int64_t number) {
  return {std::to_string(number), {{.kind = Kind::number, .number = number}}};
}

Result<Expression, ExpressionError> parse_condition(std::string_view text) {
  ExpressionParser parser(text);
  auto nodes = parser.parse();
  if (!nodes) return parser.error();
  return Expression{std::string(text), *std::move(nodes)};
}

Result<Expression, ExpressionError> parse_number_expression(std::string_view text) {
  if (auto whole = placeholder(text)) return *std::move(whole);
  auto parsed = parse_condition(text);
  if (!parsed || !is_condition(parsed.value().whole().kind)) return parsed;
  return ExpressionError{parsed.value().whole().column, "this is true or false, and a number stands here"};
}

std::string_view symbol(Kind kind) {
  switch (kind) {
    case Kind::number:
    case Kind::name:
    case Kind::placeholder:
      return "";
    case Kind::negative:
      return "-";
    case Kind::logical_not:
      return "not";
    case Kind::logical_and:
      return "and";
    case Kind::logical_or:
      return "or";
    default:
      break;
  }
  return std::find_if(kSymbols.begin(), kSymbols.end(), [kind](const Symbol& s) { return s.kind == kind; })->text;
}

}  // namespace interleave
