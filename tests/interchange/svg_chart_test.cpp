#include "core/interchange/svg_chart.h"

#include <doctest/doctest.h>

#include "core/interchange/svg_layout.h"
#include "core/interchange/svg_shapes.h"
#include "tests/interchange/runs_by_hand.h"
#include "tests/interchange/xml_check.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// One task that computes and waits in turns, so many times each, on one worker.
Timeline alternating(std::size_t tasks, std::size_t rounds) {
  Events events;
  std::vector<std::string> names;
  for (std::size_t task = 0; task < tasks; ++task) {
    names.push_back("task " + std::to_string(task));
    events.at_ns(0).worker(task, "thread " + std::to_string(task)).queued(task).started(task, task);
  }
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t task = 0; task < tasks; ++task) {
      events.at_ns(static_cast<std::int64_t>(round) * 2'000).runs(task, 0, task);
    }
    for (std::size_t task = 0; task < tasks; ++task) {
      events.at_ns(static_cast<std::int64_t>(round) * 2'000 + 1'000).sleeps_holding(task, 1, task);
    }
  }
  Timeline timeline(run_of(std::move(names), Mode::threads));
  timeline.append(events.batch());
  timeline.finish(
      {.outcome = Outcome::cancelled, .error = {}, .time = Time(Duration(static_cast<std::int64_t>(rounds) * 2'000))});
  return timeline;
}

}  // namespace

TEST_CASE("a picture has the title, the mode, the makespan, every name, every end, a legend, and a bar for each span") {
  const std::string svg = svg_chart(pool_with_a_failure());
  CHECK(problem_with_xml(svg) == "");
  for (const char* part : {">Coffee shop<", ">pool with max_workers 2, C++, simulated: failed after 5 s<",
                           ">Error: cake: no milk<", ">coffee<", ">food<", ">cake<", ">worker 1<", ">worker 2<",
                           ">waits 5 s<", ">queued 1 s<", ">runs 1.2 s<", ">ready 0.8 s<", ">4.1 s, failed<",
                           ">busy 46 %, held 20 %<", ">waiting, holds a worker<", ">queued, no worker yet<"}) {
    CAPTURE(part);
    CHECK(svg.find(part) != std::string::npos);
  }
  CHECK(count(svg, "class=\"bar\"") == 6 + 5);
  CHECK(svg.find("too short to draw") == std::string::npos);
}

TEST_CASE("waiting has stripes, in a frame where the worker is held, and colours are the tasks'") {
  const std::string free = svg_chart(coffee_shop_as_coroutines());
  CHECK(free.find("fill=\"url(#hatch0)\">") != std::string::npos);
  CHECK(free.find("#e69f00") == std::string::npos);  // too pale for lines on a light ground
  CHECK(free.find("stroke=\"#b") == std::string::npos);
  const std::string held = svg_chart(coffee_shop_in_sequence());
  CHECK(held.find("fill=\"url(#hatch0)\" stroke=\"#") != std::string::npos);
  CHECK(svg_chart(pool_with_a_failure()).find("fill=\"#009e73\" stroke=\"#009e73\"") != std::string::npos);
}

TEST_CASE("an event loop that only has turns shows them as marks, and the legend says what they are") {
  const std::string svg = svg_chart(coffee_shop_as_coroutines());
  CHECK(count(svg, "class=\"bar\"") == 3 + 4);  // at 0, 1, 3 and 5 s
  CHECK(count(svg, "too short to draw<") == 1);
}

TEST_CASE("names may hold anything that text can hold") {
  Events events;
  events.at(0).worker(0, "<&>\"'").queued(0).queued(1).started(0, 0).at(1);
  RunInfo info = run_of({"</text><script>&amp;\"", std::string("a\xff\xef\xbf\xbe\x01 b") + std::string(500, 'w')});
  info.scenario = "<&> \xe2\x82\xac" + std::string(500, 'x');
  info.note = "]]>";
  Timeline timeline(info);
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::failed, .error = "1 < 2 && \x7f", .time = at(1)});
  const std::string svg = svg_chart(timeline);
  CHECK(problem_with_xml(svg) == "");
  CHECK(svg.find("&lt;&amp;&gt; \xe2\x82\xac") != std::string::npos);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(xml_text("a\xef\xbf\xbf"
                 "b\x01") == "a\uFFFDb\uFFFD");
}

TEST_CASE("a run in which nothing happened, and one that goes on, are pictures too") {
  Timeline nothing(run_of({"a"}));
  nothing.finish({});
  CHECK(problem_with_xml(svg_chart(nothing)) == "");
  Events events;
  events.at(0).worker(0, "thread 1").queued(0).started(0, 0).sleeps_holding(0, 0, 0).at(2);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  const std::string svg = svg_chart(timeline);
  CHECK(problem_with_xml(svg) == "");
  CHECK(svg.find("still running after 2 s<") != std::string::npos);
  CHECK(svg.find("width=\"-") == std::string::npos);
}

TEST_CASE("spans that are shorter than a pixel share marks, and the picture says how many do") {
  const std::string svg = svg_chart(alternating(1, 50'000));
  CHECK(problem_with_xml(svg) == "");
  CHECK(svg.size() < 1'000'000);
  CHECK(svg.find(">200000 spans of less than 1 pixel share marks") != std::string::npos);
}

TEST_CASE("a picture of very many bars is drawn more coarsely, so that its size has a bound") {
  const std::string svg = svg_chart(alternating(100, 300));
  CHECK(problem_with_xml(svg) == "");
  CHECK(svg.size() < 6'000'000);
  CHECK(svg.find("spans of less than 4 pixels share marks") != std::string::npos);
}

TEST_CASE("beyond a hundred lanes of a kind a picture says how many more there are") {
  const std::string svg = svg_chart(alternating(130, 1));
  CHECK(problem_with_xml(svg) == "");
  CHECK(svg.find(">and 30 more tasks<") != std::string::npos);
  CHECK(svg.find(">and 30 more workers<") != std::string::npos);
}

TEST_CASE("pictures on one page are as narrow as they are to be, and share no ids") {
  const Timeline run = coffee_shop_in_sequence();
  const std::string first = svg_part(run, {.width = 700, .ids = "a-"});
  const std::string second = svg_part(run, {.width = 700, .ids = "b-"});
  CHECK(problem_with_xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + first) == "");
  CHECK(first.starts_with("<svg "));
  CHECK(first.find("width=\"700\"") != std::string::npos);
  CHECK(first.find("id=\"a-hatch0\"") != std::string::npos);
  CHECK(first.find("url(#a-hatch0)") != std::string::npos);
  CHECK(second.find("\"a-") == std::string::npos);
}

TEST_CASE("a picture on a page shows lanes by task alone, or by worker alone, where that is asked for") {
  const Timeline run = two_processes();
  const std::string tasks = svg_part(run, {.by_worker = false});
  CHECK(tasks.find(">By task<") != std::string::npos);
  CHECK(tasks.find(">By worker (") == std::string::npos);
  const std::string workers = svg_part(run, {.by_task = false});
  CHECK(workers.find(">By task<") == std::string::npos);
  CHECK(workers.find(">By worker (") != std::string::npos);
  CHECK(count(svg_part(run, {}), "class=\"bar\"") == count(tasks, "class=\"bar\"") + count(workers, "class=\"bar\""));
}

TEST_CASE("the names of what tasks share stand beside its lanes, however long they are") {
  RunInfo info = two_processes().info();
  info.objects[0].name = "a-name-of-many-letters";
  Timeline renamed(info);
  renamed.finish({});
  const SvgLayout layout(renamed, 1200);
  const std::string name = svg_shared_name(info.objects[0]);
  CHECK(layout.scale.left > kSvgMargin + svg_text_width(name, SvgStyle::normal));
}
