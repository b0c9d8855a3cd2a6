// What is wrong with how tasks share variables, as a run's record tells it.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/run/simulate.h"
#include "core/timeline/sharing_marks.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::string marks_in(Mode mode, const std::string& tasks, const std::string& declared = R"("shared": {"n": 1}, )",
                     int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  const auto run = simulate(testing::scenario_with_tasks(tasks, declared), settings);
  std::string text;
  for (const SharingMark& mark : marks_of(*run)) {
    const Access& access = run->accesses()[mark.access];
    const Access& other = run->accesses()[mark.other];
    const char* const kind = mark.kind == SharingMark::Kind::unordered     ? "unordered"
                             : mark.kind == SharingMark::Kind::lost_update ? "lost"
                                                                           : "stale";
    text += fmt::format("{}: {} {} after {} {}; ", kind, run->tasks()[index(access.task)].name,
                        access.kind == AccessKind::read ? "reads" : "writes", run->tasks()[index(other.task)].name,
                        other.kind == AccessKind::read ? "reads" : "writes");
  }
  return text;
}

std::string two(const std::string& steps) {
  return R"({"name": "a", "steps": [)" + steps + R"(]}, {"name": "b", "steps": [)" + steps + "]}";
}

constexpr const char* kIncrement = R"({"read": "n", "into": "x"}, {"sleep": 1}, {"set": "y", "value": "x + 1"},
                                      {"write": "n", "value": "y"})";

}  // namespace

TEST_CASE("two increments that overlap lose one, on threads and on the loop; on threads nothing orders them either") {
  CHECK(marks_in(Mode::coroutine, two(kIncrement)) == "lost: b writes after a writes; ");
  CHECK(marks_in(Mode::threads, two(kIncrement)) ==
        "unordered: a writes after b reads; lost: b writes after a writes; unordered: b writes after a writes; ");
  CHECK(marks_in(Mode::sequential, two(kIncrement)) == "");
}

TEST_CASE("one lock around both accesses orders them and loses nothing, and a lock for each task does neither") {
  CHECK(marks_in(Mode::threads, two(std::string(R"({"lock": "m", "steps": [)") + kIncrement + "]}")) == "");
  CHECK(marks_in(Mode::coroutine, two(std::string(R"({"lock": "m", "steps": [)") + kIncrement + "]}")) == "");
  const std::string own = R"({"name": "a", "steps": [{"lock": "m1", "steps": [)" + std::string(kIncrement) +
                          R"(]}]}, {"name": "b", "steps": [{"lock": "m2", "steps": [)" + kIncrement + "]}]}";
  CHECK(marks_in(Mode::threads, own).find("lost: b writes") != std::string::npos);
}

TEST_CASE("a lock around the write alone orders the writes and loses one all the same") {
  const std::string steps =
      R"({"read": "n", "into": "x"}, {"sleep": 1}, {"lock": "m", "steps": [{"write": "n", "value": "x + 1"}]})";
  CHECK(marks_in(Mode::threads, two(steps)) == "unordered: a writes after b reads; lost: b writes after a writes; ");
}

TEST_CASE("who decides by what another has overtaken is marked, whatever he writes and wherever") {
  const std::string steps = R"({"read": "n", "into": "left"}, {"if": "left > 0", "steps": [{"sleep": 1},
                                {"write": "sold", "value": 7}, {"write": "n", "value": 0}]})";
  CHECK(marks_in(Mode::coroutine, two(steps), R"("shared": {"n": 1, "sold": 0}, )") ==
        "stale: b writes after a writes; stale: b writes after a writes; ");
}

TEST_CASE("a value that was read again, or came from elsewhere, is not stale") {
  CHECK(marks_in(Mode::coroutine, two(R"({"read": "n", "into": "x"}, {"sleep": 1}, {"read": "n", "into": "x"},
                                         {"write": "n", "value": "x + 1"})")) == "");
  CHECK(marks_in(Mode::coroutine, two(R"({"read": "n", "into": "x"}, {"sleep": 1}, {"set": "x", "value": 3},
                                         {"write": "n", "value": "x"})")) == "");
}

TEST_CASE("what a queue, a semaphore, a start, an await or a worker orders is ordered") {
  CHECK(marks_in(Mode::threads, R"({"name": "a", "steps": [{"write": "n", "value": 2}, {"put": "q", "value": 1}]},
                                   {"name": "b", "steps": [{"get": "q", "into": "x"}, {"read": "n", "into": "y"}]})",
                 R"("shared": {"n": 1}, "queues": {"q": 1}, )") == "");
  CHECK(marks_in(Mode::threads, R"({"name": "a", "steps": [{"write": "n", "value": 2}, {"release": "s"}]},
                                   {"name": "b", "steps": [{"acquire": "s"}, {"write": "n", "value": 3}]})",
                 R"("shared": {"n": 1}, "semaphores": {"s": 0}, )") == "");
  CHECK(marks_in(Mode::threads, R"({"name": "a", "steps": [{"write": "n", "value": 2}, {"start": "b"}, {"await": "b"},
                                                           {"read": "n", "into": "x"}]},
                                   {"name": "b", "manual": true, "steps": [{"write": "n", "value": 3}]})") == "");
  CHECK(marks_in(Mode::threads, R"({"name": "a", "steps": [{"start": "b"}, {"write": "n", "value": 2}]},
                                   {"name": "b", "manual": true, "steps": [{"sleep": 1}, {"write": "n", "value": 3}]})") ==
        "unordered: b writes after a writes; ");
  const std::string jobs = R"({"name": "a", "steps": [{"write": "n", "value": 2}]},
                              {"name": "b", "steps": [{"write": "n", "value": 3}]})";
  CHECK(marks_in(Mode::pool, jobs, R"("shared": {"n": 1}, )", 1) == "");
  CHECK(marks_in(Mode::pool, jobs, R"("shared": {"n": 1}, )", 2) == "unordered: b writes after a writes; ");
}

}  // namespace interleave
