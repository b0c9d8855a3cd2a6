#include "core/runtime/clock_stop.h"

#include <doctest/doctest.h>
#include <vector>

#include "core/runtime/virtual_runtime.h"

namespace interleave::testing {
namespace {

using namespace std::chrono_literals;

struct StopAt final : ClockStop {
  Time moment;
  const VirtualRuntime* runtime = nullptr;

  explicit StopAt(Time moment_) : moment(moment_) {}
  bool stops_clock() const override { return runtime->now() >= moment; }
};

Routine sleep_second_by_second(VirtualRuntime& runtime, Time until, std::vector<Time>& woken) {
  Worker& self = co_await ThisWorker{};
  while (runtime.now() < until) {
    co_await Park{runtime, self, runtime.now() + 1s};
    woken.push_back(runtime.now());
  }
}

Routine start_sleepers(VirtualRuntime& runtime, int count, std::vector<Time>& woken) {
  for (int i = 0; i < count; ++i) runtime.spawn("worker", sleep_second_by_second(runtime, Time(4s), woken));
  co_return;
}

TEST_CASE("where the clock is stopped, whoever has a turn at that moment has it, and nobody sleeps any longer") {
  for (const int sleepers : {1, 2}) {
    CAPTURE(sleepers);
    StopAt stop(Time(2s));
    VirtualRuntime runtime({.clock_stop = &stop});
    stop.runtime = &runtime;
    std::vector<Time> woken;
    CHECK(runtime.run(start_sleepers(runtime, sleepers, woken)) == VirtualRuntime::End::deadlocked);
    CHECK(runtime.now() == Time(2s));
    CHECK(woken.size() == static_cast<std::size_t>(2 * sleepers));
  }
}

TEST_CASE("a clock that is stopped later than anybody sleeps does not matter") {
  StopAt stop(Time(5s));
  VirtualRuntime runtime({.clock_stop = &stop});
  stop.runtime = &runtime;
  std::vector<Time> woken;
  CHECK(runtime.run(start_sleepers(runtime, 2, woken)) == VirtualRuntime::End::finished);
  CHECK(woken.size() == 8);
}

}  // namespace
}  // namespace interleave::testing
