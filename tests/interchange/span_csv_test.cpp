#include "core/interchange/span_csv.h"

#include <doctest/doctest.h>

#include "tests/interchange/runs_by_hand.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

TEST_CASE("a table has a row for each span, with exact seconds and nothing where there is none") {
  CHECK(span_csv(pool_with_a_failure()) ==
        "task,state,cause,begin,end,length,worker,step\n"
        "coffee,waiting,sleep,0,1,1,worker 1,2\n"
        "food,waiting,sleep,0,5,5,worker 2,2\n"
        "cake,queued,,0,1,1,,\n"
        "cake,running,,1,2.2,1.2,worker 1,2\n"
        "cake,ready,core,2.2,3,0.8,worker 1,2\n"
        "cake,running,,3,4.1,1.1,worker 1,2\n");
}

TEST_CASE("names are quoted where RFC 4180 asks for it, and otherwise as they are, formulas too") {
  Events events;
  events.at(0).worker(0, "a,b").queued(0).queued(1).queued(2).started(0, 0).at(1).started(1, 0).started(2, 0);
  Timeline timeline(run_of({"say \"hi\"", "=1+1", "two\r\nlines"}, Mode::threads));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::cancelled, .error = {}, .time = at(2)});
  const std::string csv = span_csv(timeline);
  CHECK(csv.find("\n=1+1,queued,") != std::string::npos);
  CHECK(csv.find("\"two\r\nlines\",queued,,0,1,1,,\n") != std::string::npos);
  CHECK(span_csv(cancelled_threads()).find("кава,") != std::string::npos);
}

TEST_CASE("a worker's name is quoted too, and a run that goes on is written up to its horizon") {
  Events events;
  events.at(0).worker(0, "a,b").queued(0).started(0, 0).sleeps_holding(0, 0, 0).at(2);
  Timeline timeline(run_of({"say \"hi\""}, Mode::threads));
  timeline.append(events.batch());
  CHECK(span_csv(timeline) ==
        "task,state,cause,begin,end,length,worker,step\n\"say \"\"hi\"\"\",waiting,sleep,0,2,2,\"a,b\",1\n");
}
