#include "core/record/event_log.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace interleave;

namespace {

Event event_at(std::int64_t stamp) { return {.stamp = stamp, .kind = EventKind::task_resumed}; }

std::vector<std::int64_t> stamps(const std::vector<Event>& events) {
  std::vector<std::int64_t> result;
  for (const Event& event : events) result.push_back(event.stamp);
  return result;
}

}  // namespace

TEST_CASE("what is appended is taken in order and once, over as many chunks as it takes") {
  EventLog log;
  std::vector<Event> taken;
  std::int64_t written = 0;
  // Steps that meet the chunks' ends in every way.
  for (const std::int64_t step : {1, 1'023, 1, 1'024, 2'048, 0, 5'000, 1'023, 1'025}) {
    for (std::int64_t i = 0; i < step; ++i) log.append(event_at(written++));
    log.take(log.published(), written, taken);
    REQUIRE(static_cast<std::int64_t>(taken.size()) == written);
  }
  for (std::int64_t i = 0; i < written; ++i) CHECK(taken[static_cast<std::size_t>(i)].stamp == i);
}

TEST_CASE("only events before the stamp are taken, and the rest is there the next time") {
  EventLog log;
  for (const std::int64_t stamp : {1, 2, 2, 3}) log.append(event_at(stamp));
  std::vector<Event> taken;
  log.take(log.published(), 2, taken);
  CHECK(stamps(taken) == std::vector<std::int64_t>{1});
  log.take(log.published(), 3, taken);
  CHECK(stamps(taken) == std::vector<std::int64_t>{1, 2, 2});
  log.take(log.published(), 100, taken);
  CHECK(stamps(taken) == std::vector<std::int64_t>{1, 2, 2, 3});
}

TEST_CASE("what was published later than the end was read is not taken with it") {
  EventLog log;
  log.append(event_at(1));
  const Event* const published = log.published();
  log.append(event_at(2));
  std::vector<Event> taken;
  log.take(published, 100, taken);
  CHECK(stamps(taken) == std::vector<std::int64_t>{1});
}

TEST_CASE("a text that was kept stays where it is, however many follow") {
  EventLog log;
  const Text* const first = log.keep("first");
  for (int i = 0; i < 10'000; ++i) log.keep(std::to_string(i));
  CHECK(first->value == "first");
}
