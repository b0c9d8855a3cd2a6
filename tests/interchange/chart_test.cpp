#include "core/interchange/chart.h"

#include <algorithm>
#include <cstddef>
#include <doctest/doctest.h>

#include "core/interchange/text_width.h"
#include "tests/interchange/runs_by_hand.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

// One task on one worker; forty columns of a chart leave 22 for the lanes, 11 for 5 s.
Timeline ten_seconds(Events& events) {
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(10)});
  return timeline;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string lanes(const std::string& chart) { return chart.substr(chart.find("By task")); }

int widest_line(const std::string& text) {
  int widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

}  // namespace

TEST_CASE("coroutines wait side by side and leave their only worker free") {
  CHECK(text_chart(coffee_shop_as_coroutines(), {.columns = 80, .utf8 = true}) ==
        R"(Coffee shop: coroutine, finished after 5 s

By task
              0 s       1 s       2 s       3 s       4 s       5 s
              ┬─────────┬─────────┬─────────┬─────────┬─────────┬
  coffee      ╱╱╱╱╱╱╱╱╱╱✓ 1 s
  food        ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱✓ 5 s
  cake        ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱✓ 3 s

By worker (1 thread)
              0 s       1 s       2 s       3 s       4 s       5 s
              ┬─────────┬─────────┬─────────┬─────────┬─────────┬   busy   held
  event loop  ▏         ▏                   ▏                   ▏    0 %    0 %

█ running   ╱ waiting, holds no worker   ▒ waiting, holds a worker
· ready, no turn yet   ─ queued, no worker yet   ▏ shorter than a column
✓ finished
)");
}

TEST_CASE("in sequence each task holds the worker while it waits, and the next is queued") {
  CHECK(text_chart(coffee_shop_in_sequence(), {.columns = 64, .utf8 = false}) ==
        R"(Coffee shop: sequential, finished after 9 s

By task
               0 s    2 s    4 s    6 s    8 s
               +------+------+------+------+----
  coffee       %%%%v 1 s
  food         ----%%%%%%%%%%%%%%%%%v 6 s
  cake         ---------------------%%%%%%%%%%%v 9 s

By worker (1 thread)
               0 s    2 s    4 s    6 s    8 s
               +------+------+------+------+----   busy   held
               co~ food             cake
  main thread  %%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%     0 %  100 %

# running   / waiting, holds no worker
% waiting, holds a worker   . ready, no turn yet
- queued, no worker yet   v finished
)");
}

TEST_CASE("a task that waits for a core is not drawn as running, and one that fails says so") {
  CHECK(text_chart(pool_with_a_failure(), {.columns = 80, .utf8 = true}) ==
        R"(Coffee shop: pool with max_workers 2, C++, failed after 5 s
error: cake: no milk

By task
            0 s       1 s       2 s       3 s       4 s       5 s
            ┬─────────┬─────────┬─────────┬─────────┬─────────┬
  coffee    ▒▒▒▒▒▒▒▒▒▒✓ 1 s
  food      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒✓ 5 s
  cake      ──────────████████████········███████████✗ failed, 4.1 s

By worker (2 threads)
            0 s       1 s       2 s       3 s       4 s       5 s
            ┬─────────┬─────────┬─────────┬─────────┬─────────┬   busy   held
            coffee    cake
  worker 1  ▒▒▒▒▒▒▒▒▒▒████████████········███████████             46 %   20 %
            food
  worker 2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     0 %  100 %

█ running   ╱ waiting, holds no worker   ▒ waiting, holds a worker
· ready, no turn yet   ─ queued, no worker yet   ✓ finished
)");
}

TEST_CASE("names line up whatever their script, and what is shorter than a column is marked as such") {
  CHECK(text_chart(cancelled_threads(), {.columns = 80, .utf8 = true}) ==
        R"(Coffee shop: threads, cancelled after 0.0042 s

By task
                        0 s      0.001 s  0.002 s  0.003 s  0.004 s
                        ┬────────┬────────┬────────┬────────┬──
  кава                  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┃ cancelled
  蛋糕蛋糕              ███████████╱╱╱╱╱╱╱╱···················┃ cancelled
  a very long name of…                        ▏✓ 0.00251 s
  later                                                      ○ not started

By worker (3 threads)
                        0 s      0.001 s  0.002 s  0.003 s  0.004 s
                        ┬────────┬────────┬────────┬────────┬──   busy   held
                        кава
  thread 1              ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     0 %  100 %
                        蛋糕蛋糕
  thread 2              ███████████                               29 %    0 %
                                              a very long nam…
  thread 3                                    ▏                   <1 %    0 %

█ running   ╱ waiting, holds no worker   ▒ waiting, holds a worker
· ready, no turn yet   ─ queued, no worker yet   ▏ shorter than a column
✓ finished
)");
}

TEST_CASE("a column shows the state that prevails in it") {
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).started(0, 0);
  events.runs(0, 0, 0).at(4.07).resumed(0, 0).sleeps_holding(0, 1, 0).at(8.02).resumed(0, 0).runs(0, 2, 0);
  events.at(8.03).resumed(0, 0).sleeps_holding(0, 3, 0).at(10).resumed(0, 0).ended(0);
  const std::string chart = text_chart(ten_seconds(events), {.columns = 40, .utf8 = false});
  CHECK(contains(chart, "  a         #########%%%%%%%%%%%%%v 10 s\n"));
}

TEST_CASE("a span that is alone in less than half a column is not dropped, the rest of a longer one is") {
  Events events;
  events.at(4).worker(0, "thread 1").queued(0).started(0, 0).runs(0, 0, 0).at(4.1).resumed(0, 0).ended(0);
  CHECK(contains(text_chart(ten_seconds(events), {.columns = 40, .utf8 = false}), "  a                 |v 4.1 s\n"));

  Events longer;
  longer.at(4).worker(0, "thread 1").queued(0).started(0, 0).runs(0, 0, 0).at(5.1).resumed(0, 0).ended(0);
  CHECK(contains(text_chart(ten_seconds(longer), {.columns = 40, .utf8 = false}), "  a                 ##v 5.1 s\n"));
}

TEST_CASE("a span that two columns share by halves is seen in one of them") {
  Events events;
  events.at(4.4).worker(0, "thread 1").queued(0).started(0, 0).runs(0, 0, 0).at(4.6).resumed(0, 0).ended(0);
  const std::string chart = text_chart(ten_seconds(events), {.columns = 40, .utf8 = false});
  CHECK(contains(chart, "  a                 |v 4.6 s\n"));
}

TEST_CASE("a worker's turn is marked only where the worker is free before and after") {
  Events events;
  events.at(0).worker(0, "event loop").queued(0).started(0, 0).sleeps_free(0, 0, 2.4);
  events.at(2.4).resumed(0, 0).runs(0, 1, 0).at(6).resumed(0, 0).sleeps_free(0, 2, 10);
  events.at(10).resumed(0, 0).ended(0);
  const std::string chart = text_chart(ten_seconds(events), {.columns = 40, .utf8 = false});
  CHECK(contains(chart, "  event loop  |    #######        |\n"));
}

TEST_CASE("a run without any time shows how its tasks ended") {
  Events events;
  events.at(0).worker(0, "main thread").queued(0).started(0, 0).printed(0, "hello").ended(0);
  Timeline timeline(run_of({"a"}));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(0)});
  const std::string chart = text_chart(timeline, {.columns = 40, .utf8 = false});
  CHECK(contains(chart, "  a            v 0 s\n"));
  CHECK(contains(chart, "  main thread  |\n"));
}

TEST_CASE("a run that goes on has no end marks yet") {
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).started(0, 0).runs(0, 0, 0).at(2);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  const std::string chart = text_chart(timeline, {.columns = 40, .utf8 = false});
  CHECK(contains(chart, "By hand: threads, still running after 2 s\n"));
  CHECK(contains(chart, "  a         ##########################\n"));
}

TEST_CASE("below the heading no line is wider than asked for, down to forty columns") {
  for (int columns = 40; columns <= 200; ++columns) {
    CAPTURE(columns);
    CHECK(widest_line(lanes(text_chart(pool_with_a_failure(), {.columns = columns, .utf8 = true}))) <= columns);
    CHECK(widest_line(lanes(text_chart(cancelled_threads(), {.columns = columns, .utf8 = false}))) <= columns);
  }
}

TEST_CASE("of very many lanes the chart shows the first and says how many more there are") {
  Events events;
  events.at(0);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < 100'000; ++i) {
    events.queued(i);
    names.push_back("task " + std::to_string(i));
  }
  Timeline timeline(run_of(names, Mode::pool));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::cancelled, .error = {}, .time = at(1)});
  const std::string chart = text_chart(timeline, {.columns = 80, .utf8 = false});
  CHECK(contains(chart, "  task 199 "));
  CHECK_FALSE(contains(chart, "  task 200 "));
  CHECK(contains(chart, "  and 99800 more tasks\n"));
}
