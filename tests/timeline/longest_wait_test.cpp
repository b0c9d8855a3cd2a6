#include "core/timeline/longest_wait.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <doctest/doctest.h>
#include <vector>

#include "tests/timeline/moments.h"
#include "tests/timeline/random_run.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

struct Wait {
  std::size_t task;
  Time begin, end;
};

Duration waited_until(Time t, const std::vector<Wait>& waits, std::size_t task) {
  Duration sum{0};
  for (const Wait& wait : waits) {
    if (wait.task == task && wait.begin < t) sum += std::min(t, wait.end) - wait.begin;
  }
  return sum;
}

}  // namespace

TEST_CASE("a shorter wait that began earlier leads until a longer one has overtaken it") {
  LongestWait longest;
  longest.add(task_id(1), moment(10), moment(30), Duration{0});
  longest.add(task_id(0), moment(0), moment(5), Duration{0});
  CHECK(longest.at(moment(3)).task == task_id(0));
  CHECK(longest.at(moment(14)).length == Duration{5});
  CHECK(longest.at(moment(14)).task == task_id(0));
  CHECK(longest.at(moment(16)).length == Duration{6});
  CHECK(longest.at(moment(16)).task == task_id(1));
  CHECK(longest.at(moment(99)).length == Duration{20});
}

TEST_CASE("nobody is the one who has waited longest before anybody has waited") {
  CHECK(LongestWait{}.at(moment(5)).task == TaskId::none);
  CHECK(LongestWait{}.at(moment(5)).length == Duration{0});
}

TEST_CASE("in whatever order the tasks' waits become known, the longest is the longest at every moment") {
  constexpr std::size_t kTasks = 5;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    LongestWait longest;
    std::vector<Wait> waits;
    std::array<Time, kTasks> last{};
    for (int i = 0; i < 20; ++i) {
      const auto task = static_cast<std::size_t>(dice.between(0, kTasks - 1));
      const Time begin = last.at(task) + Duration(dice.between(0, 6));
      const Time end = begin + Duration(dice.between(1, 9));
      longest.add(task_id(task), begin, end, waited_until(begin, waits, task));
      waits.push_back({task, begin, end});
      last.at(task) = end;
      for (std::int64_t t = 0; t < 120; ++t) {
        Duration expected{0};
        for (std::size_t other = 0; other < kTasks; ++other) {
          expected = std::max(expected, waited_until(moment(t), waits, other));
        }
        const LongestWait::Longest found = longest.at(moment(t));
        REQUIRE(found.length == expected);
        if (found.task != TaskId::none) REQUIRE(waited_until(moment(t), waits, index(found.task)) == expected);
      }
    }
  }
}
