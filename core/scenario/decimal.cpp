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

// Where it is a whole number of 64 bits.
std::optional<std::int64_t> whole(const Decimal& decimal) {
  if (decimal.digits.empty()) return 0;
  const std::int64_t zeros = decimal.exponent;
  constexpr std::int64_t kMostDigits = 19;
  if (zeros < 0 || zeros > kMostDigits || decimal.digits.size() > kMostDigits) return std::nullopt;
  if (static_cast<std::int64_t>(decimal.digits.size()) + zeros > kMostDigits) return std::nullopt;
  std::uint64_t value = 0;  // 19 digits fit
  for (const char digit : decimal.digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  for (std::int64_t zero = 0; zero < zeros; ++zero) value *= 10;
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (value > kMost + (decimal.negative ? 1 : 0)) return std::nullopt;
  return static_cast<std::int64_t>(decimal.negative ? 0 - value : value);
}

// What stands before and behind the point of decimal * 10^power, which is not negative.
struct Parts {
  std::int64_t whole = 0;
  bool is_whole = true;  // nothing stands behind it
  bool rounds_up = false;
};

// Nothing where the whole part has more digits than 64 bits always hold.
std::optional<Parts> split(const Decimal& decimal, std::int64_t power) {
  constexpr std::int64_t kMostDigits = 18;
  const auto digits = static_cast<std::int64_t>(decimal.digits.size());
  const std::int64_t before = digits == 0 ? 0 : digits + decimal.exponent + power;  // digits before the point
  if (before > kMostDigits) return std::nullopt;
  Parts parts;
  for (std::int64_t i = 0; i < before; ++i) {
    parts.whole = parts.whole * 10 + (i < digits ? decimal.digits[static_cast<std::size_t>(i)] - '0' : 0);
  }
  parts.is_whole = digits <= before;
  parts.rounds_up = !parts.is_whole && before >= 0 && decimal.digits[static_cast<std::size_t>(before)] >= '5';
  return parts;
}

std::optional<Duration> rounded_seconds(const Decimal& decimal, Duration least, Duration most) {
  constexpr std::int64_t kNano = 9;
  const auto found = decimal.negative ? std::nullopt : split(decimal, kNano);
  if (!found) return std::nullopt;
  const Duration whole(found->whole);
  if (whole < least || whole > most || (whole == most && !found->is_whole)) return std::nullopt;
  return found->rounds_up ? whole + Duration(1) : whole;
}

}  // namespace

Number read_number(std::string_view json_number) {
  const Decimal decimal = read_decimal(json_number);
  return {std::string(json_number), rounded_seconds(decimal, Duration::zero(), kLongestDuration), whole(decimal)};
}

std::optional<Duration> read_seconds(std::string_view json_number, Duration least, Duration most) {
  return rounded_seconds(read_decimal(json_number), least, most);
}

bool is_beyond_integers(const Number& number) {
  return !number.integer && std::strtod(number.text.c_str(), nullptr) > 9.2e18;
}

}  // namespace interleave
