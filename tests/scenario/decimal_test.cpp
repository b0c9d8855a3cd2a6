#include "core/scenario/decimal.h"

#include <chrono>
#include <doctest/doctest.h>
#include <limits>
#include <rapidcheck.h>

#include "tests/support/property.h"

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

TEST_CASE("what is finer than a nanosecond is rounded to the nearest one, a half upwards, by its digits") {
  CHECK(nanoseconds("1.7149999999999999") == 1'715'000'000);
  CHECK(nanoseconds("1.7150000000000001") == 1'715'000'000);
  CHECK(nanoseconds("0.30000000000000004") == 300'000'000);
  CHECK(nanoseconds("1.0000000005") == 1'000'000'001);
  CHECK(nanoseconds("1.00000000049999999999999999999999999999") == 1'000'000'000);
  CHECK(nanoseconds("0.9999999996") == 1'000'000'000);
  CHECK(nanoseconds("5e-10") == 1);
  CHECK(nanoseconds("4.9e-10") == 0);
  CHECK(nanoseconds("9e-11") == 0);
  CHECK(nanoseconds("1e-99999999999999999999") == 0);
  CHECK(nanoseconds("86399.9999999999") == 86'400'000'000'000);
  CHECK(nanoseconds("17149999999999999e-16") == 1'715'000'000);
}

TEST_CASE("what is negative or longer than a day as it is written is no duration, whatever it would be rounded to") {
  for (const char* text : {"-1", "-1e-10", "-1e-400", "86400.000000001", "86400.0000000001",
                           "86400.00000000000000000001", "86401", "1e300", "1e99999999999999999999"}) {
    CAPTURE(text);
    CHECK(nanoseconds(text) == std::nullopt);
  }
  CHECK(nanoseconds("86400.00000000000000") == 86'400'000'000'000);
}

TEST_CASE("narrower bounds are for the number as it is written, too") {
  const auto read = [](std::string_view text) {
    return read_seconds(text, std::chrono::milliseconds(1), std::chrono::seconds(1));
  };
  CHECK(read("0.001") == std::chrono::milliseconds(1));
  CHECK(read("0.0009999999999") == std::nullopt);
  CHECK(read("0.0010000000001") == std::chrono::milliseconds(1));
  CHECK(read("1") == std::chrono::seconds(1));
  CHECK(read("1.0000000001") == std::nullopt);
  CHECK(read("0.9999999999") == std::chrono::seconds(1));
}

TEST_CASE("any digits behind a whole nanosecond round it, wherever the point is written") {
  CHECK(testing::holds(1000, [] {
    const auto whole = *rc::gen::inRange<std::int64_t>(0, 86'399'999'999'999);
    const auto behind = *rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1)));
    const auto shift = *rc::gen::inRange(0, 40);
    const std::string digits = std::to_string(whole) + behind;
    const std::string text = digits + std::string(static_cast<std::size_t>(shift), '0') + "e" +
                             std::to_string(-9 - static_cast<int>(behind.size()) - shift);
    const bool up = !behind.empty() && behind.front() >= '5';
    RC_ASSERT(nanoseconds(text) == std::optional(whole + (up ? 1 : 0)));
  }));
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
