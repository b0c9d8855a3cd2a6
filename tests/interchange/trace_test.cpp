#include "core/interchange/trace.h"

#include <doctest/doctest.h>

#include "tests/interchange/runs_by_hand.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

// The events of a trace that go with a moment, a line each, without what makes a list of them.
std::string events_of(const Timeline& timeline) {
  const std::string text = trace_json(timeline);
  const std::size_t last_name = text.rfind("{\"ph\":\"M\"");
  return text.substr(text.find('\n', last_name) + 1);
}

}  // namespace

TEST_CASE("who takes a worker over is a slice, a track and the end of an arrow from whom it had waited for") {
  Events events;
  events.at(0).worker(0, "main thread").queued(0).queued(1).started(0, 0).runs(0, 0, 0);
  events.at(0.0000015).resumed(0, 0).ended(0).started(1, 0).printed(1, "\"hi\"").sleeps_holding(1, 0, 0);
  events.at(0.000002).ended(1, Outcome::failed, "no milk");
  Timeline timeline(run_of({"a", "b"}, Mode::sequential));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::failed, .error = {}, .time = at(0.000002)});
  CHECK(events_of(timeline) ==
        R"({"ph":"X","pid":1,"tid":1,"ts":0,"dur":1.500,"cat":"worker","name":"a","args":{"state":"running"}},
{"ph":"b","pid":2,"tid":1,"ts":0,"cat":"task","id":1,"name":"a"},
{"ph":"b","pid":2,"tid":1,"ts":0,"cat":"task","id":1,"name":"running","args":{"state":"running","worker":"main thread"}},
{"ph":"b","pid":2,"tid":1,"ts":0,"cat":"task","id":2,"name":"b"},
{"ph":"b","pid":2,"tid":1,"ts":0,"cat":"task","id":2,"name":"queued","args":{"state":"queued"}},
{"ph":"s","pid":1,"tid":1,"ts":1.499,"cat":"turn","name":"takes over","id":1},
{"ph":"X","pid":1,"tid":1,"ts":1.500,"dur":0.500,"cat":"worker","name":"b","args":{"state":"waiting","cause":"sleep"}},
{"ph":"f","bp":"e","pid":1,"tid":1,"ts":1.500,"cat":"turn","name":"takes over","id":1},
{"ph":"e","pid":2,"tid":1,"ts":1.500,"cat":"task","id":1,"name":"running"},
{"ph":"e","pid":2,"tid":1,"ts":1.500,"cat":"task","id":1,"name":"a","args":{"outcome":"finished"}},
{"ph":"e","pid":2,"tid":1,"ts":1.500,"cat":"task","id":2,"name":"queued"},
{"ph":"b","pid":2,"tid":1,"ts":1.500,"cat":"task","id":2,"name":"waiting: sleep","args":{"state":"waiting","cause":"sleep","worker":"main thread"}},
{"ph":"i","pid":2,"tid":1,"ts":1.500,"s":"t","cat":"output","name":"\"hi\"","args":{"task":"b"}},
{"ph":"e","pid":2,"tid":1,"ts":2,"cat":"task","id":2,"name":"waiting: sleep"},
{"ph":"e","pid":2,"tid":1,"ts":2,"cat":"task","id":2,"name":"b","args":{"outcome":"failed","error":"no milk"}}
]}
)");
}

TEST_CASE("processes and threads have the names of the run, its tasks and its workers") {
  const std::string text = trace_json(pool_with_a_failure());
  for (const char* part :
       {R"("name":"process_name","pid":2,"args":{"name":"tasks: Coffee shop"}})",
        R"("name":"process_name","pid":1,"args":{"name":"workers"}})",
        R"("name":"thread_name","pid":1,"tid":2,"args":{"name":"worker 2"}})",
        R"("otherData":{"scenario":"Coffee shop","mode":"pool",)", R"("language":"cpp","gil":false)"}) {
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("a run that goes on is written up to its horizon") {
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).started(0, 0).sleeps_holding(0, 0, 0).at(2);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  const std::string text = events_of(timeline);
  CHECK(text.find("\"ts\":0,\"dur\":2000000,") != std::string::npos);
  CHECK(text.find(R"("ts":2000000,"cat":"task","id":1,"name":"a","args":{"outcome":"still going on"}})") !=
        std::string::npos);
}
