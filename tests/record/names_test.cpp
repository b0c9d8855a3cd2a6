#include "core/record/names.h"

#include <doctest/doctest.h>

using namespace interleave;

TEST_CASE("states, causes, outcomes and clocks have the words of the contract") {
  CHECK(name(State::queued) == "queued");
  CHECK(name(State::ready) == "ready");
  CHECK(name(State::running) == "running");
  CHECK(name(State::waiting) == "waiting");
  CHECK(name(Cause::none).empty());
  CHECK(name(Cause::loop) == "loop");
  CHECK(name(Cause::core) == "core");
  CHECK(name(Cause::gil) == "gil");
  CHECK(name(Cause::sleep) == "sleep");
  CHECK(name(Cause::lock) == "lock");
  CHECK(name(Cause::await_task) == "await_task");
  CHECK(name(Outcome::finished) == "finished");
  CHECK(name(Outcome::failed) == "failed");
  CHECK(name(Outcome::cancelled) == "cancelled");
  CHECK(name(Outcome::deadlocked) == "deadlocked");
  CHECK(name(Outcome::not_started) == "not_started");
  CHECK(name(ClockKind::virtual_time) == "virtual");
  CHECK(name(ClockKind::real_time) == "real");
}
