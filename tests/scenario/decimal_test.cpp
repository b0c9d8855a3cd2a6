#include "core/scenario/decimal.h"

#include <doctest/doctest.h>
#include <limits>

namespace interleave {
namespace {

std::optional<std::int64_t> nanoseconds(std::string_view text) {
  const auto duration = read_number(text).duration;
  return duration ? std::optional(duration->count()) : std::nullopt;
}

}  // namespace

TEST_CASE("a duration is read from its digits to the nanosecond") {
  CHECK(nanoseconds("0.1") == 100'000'000);
  CHECK(nanoseconds("0.000000001") == 1);
  CHECK(nanoseconds("1e-9") == 1);
  CHECK(nanoseconds("10e-10") == 1);
  CHECK(nanoseconds("86399.999999999") == 86'399'999'999'999);
  CHECK(nanoseconds("86400") == 86'400'000'000'000);
  CHECK(nanoseconds("0.0000864E9") == 86'400'000'000'000);
  CHECK(nanoseconds("1.500000000000000000000000") == 1'500'000'000);
  CHECK(nanoseconds("0") == 0);
  CHECK(nanoseconds("-0.0") == 0);
  CHECK(nanoseconds("0e99999999999999999999") == 0);
}

TEST_CASE("what is negative, too long or finer than a nanosecond is no duration, and which of them is said") {
  const auto error = [](std::string_view text) { return duration_error(read_number(text)); };
  CHECK(error("-1") == DurationError::negative);
  CHECK(error("-1e-400") == DurationError::too_fine);
  CHECK(error("86400.000000001") == DurationError::too_long);
  CHECK(error("1e300") == DurationError::too_long);
  CHECK(error("1e-10") == DurationError::too_fine);
  CHECK(error("1.0000000001") == DurationError::too_fine);
  CHECK(error("1e-99999999999999999999") == DurationError::too_fine);
  CHECK(error("86400") == DurationError::none);
}

TEST_CASE("a whole number is an integer however it is written, as far as 64 bits go") {
  CHECK(read_number("5").integer == 5);
  CHECK(read_number("5.0").integer == 5);
  CHECK(read_number("0.5e1").integer == 5);
  CHECK(read_number("-12e2").integer == -1200);
  CHECK(read_number("5.5").integer == std::nullopt);
  CHECK(read_number("9223372036854775807").integer == std::numeric_limits<std::int64_t>::max());
  CHECK(read_number("9223372036854775808").integer == std::nullopt);
  CHECK(read_number("1e18").integer == 1'000'000'000'000'000'000);
  CHECK(read_number("1e19").integer == std::nullopt);
  CHECK(is_beyond_integers(read_number("1e19")));
  CHECK(!is_beyond_integers(read_number("1.5")));
}

TEST_CASE("a number keeps the text it was written with") { CHECK(read_number("1.50").text == "1.50"); }

}  // namespace interleave
