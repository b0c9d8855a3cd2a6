#include "core/scenario/decimal.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>

#include "core/scenario/limits.h"

namespace interleave {
namespace {

constexpr std::int64_t kFarExponent = 1'000'000'000;  // beyond every exponent that matters

// The value digits * 10^exponent, where digits has no zeros at either end; none at all for zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

std::int64_t read_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  for (const char digit : text) value = std::min(value * 10 + (digit - '0'), kFarExponent);
  return negative ? -value : value;
}

Decimal read_decimal(std::string_view text) {
  Decimal decimal;
  decimal.negative = text.starts_with('-');
  if (decimal.negative) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) decimal.exponent = read_exponent(text.substr(e + 1));
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t point = mantissa.find('.');
  decimal.digits = mantissa.substr(0, point);
  if (point != std::string_view::npos) {
    decimal.digits += mantissa.substr(point + 1);
    decimal.exponent -= static_cast<std::int64_t>(mantissa.size() - point - 1);
  }
  const std::size_t last = decimal.digits.find_last_not_of('0');
  if (last == std::string::npos) return {};
  decimal.exponent += static_cast<std::int64_t>(decimal.digits.size() - last - 1);
  decimal.digits.erase(last + 1);
  decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
  return decimal;
}

// decimal * 10^power, where that is a whole number of 64 bits.
std::optional<std::int64_t> whole(const Decimal& decimal, std::int64_t power) {
  if (decimal.digits.empty()) return 0;
  const std::int64_t zeros = decimal.exponent + power;
  constexpr std::int64_t kMostDigits = 19;
  if (zeros < 0 || zeros > kMostDigits || decimal.digits.size() > kMostDigits) return std::nullopt;
  if (static_cast<std::int64_t>(decimal.digits.size()) + zeros > kMostDigits) return std::nullopt;
  std::uint64_t value = 0;  // 19 digits fit
  for (const char digit : decimal.digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  for (std::int64_t zero = 0; zero < zeros; ++zero) value *= 10;
  if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  return decimal.negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

}  // namespace

Number read_number(std::string_view json_number) {
  const Decimal decimal = read_decimal(json_number);
  Number number{std::string(json_number), std::nullopt, whole(decimal, 0)};
  const auto nanoseconds = whole(decimal, 9);
  if (nanoseconds && *nanoseconds >= 0 && Duration(*nanoseconds) <= kLongestDuration) {
    number.duration = Duration(*nanoseconds);
  }
  return number;
}

bool is_beyond_integers(const Number& number) {
  return !number.integer && std::strtod(number.text.c_str(), nullptr) > 9.2e18;
}

DurationError duration_error(const Number& number) {
  if (number.duration) return DurationError::none;
  // Rounding does no harm here: a number that rounds to the longest duration and is not equal to it is too fine.
  const double value = std::strtod(number.text.c_str(), nullptr);
  if (value < 0) return DurationError::negative;
  return value > seconds(kLongestDuration) ? DurationError::too_long : DurationError::too_fine;
}

}  // namespace interleave
