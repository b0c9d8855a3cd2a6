#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interleave::bench {

// A line of the report: two benchmarks by name, and how the first is to compare with the second.
struct Line {
  enum class Goal : std::uint8_t { none, at_most_times, times_faster, at_most_bytes };

  std::string_view what;
  std::string_view figure;
  std::string_view limit;  // none where the goal is a number of bytes
  Goal goal = Goal::none;
  double value = 0;
};

// What is measured against what, and what is wanted of it.
inline constexpr std::array kLines = {
    Line{"record an event, against a bare store", "record/append", "record/bare store", Line::Goal::at_most_times,
         1.25},
    Line{"the same, stamped by the virtual runtime", "record/virtual stamp, append", "record/bare store"},
    Line{"the same on the real clock, against clock and bare store", "record/real stamp, append",
         "record/clock, bare store", Line::Goal::at_most_times, 1.25},
    Line{"record an event, against mutex and vector", "record/append", "record/mutex, vector", Line::Goal::times_faster,
         3},
    Line{"the same, two threads at once", "record/append by two", "record/mutex, vector by two",
         Line::Goal::times_faster, 3},
    Line{"yield on the virtual loop, recorded, against asio's coroutine", "yield/virtual, recorded",
         "yield/asio coroutine", Line::Goal::times_faster, 5},
    Line{"yield on a thread's loop, recorded, against asio's coroutine", "yield/on a thread, recorded",
         "yield/asio coroutine", Line::Goal::times_faster, 3},
    Line{"the same, against asio's callback", "yield/on a thread, recorded", "yield/asio callback"},
    Line{"submit and run on two threads, against asio's pool", "pool/submit and run", "pool/asio",
         Line::Goal::at_most_times, 0.8},
    Line{"the same, CPU time of all threads", "pool/submit and run, CPU", "pool/asio, CPU"},
    Line{"sleep in virtual time, 10 tasks, against a bare queue", "virtual time/event loop/10",
         "virtual time/bare queue/10", Line::Goal::at_most_times, 2},
    Line{"the same, 1 000 tasks", "virtual time/event loop/1000", "virtual time/bare queue/1000",
         Line::Goal::at_most_times, 1},
    Line{"the same, 100 000 tasks", "virtual time/event loop/100000", "virtual time/bare queue/100000",
         Line::Goal::at_most_times, 1},
    Line{"100 000 tasks of ten sleeps, the whole run, against a bare queue", "sleepers/whole run",
         "sleepers/bare queue"},
    Line{"heap of a sleeping task", "sleepers/heap", "", Line::Goal::at_most_bytes, 300},
    Line{"the same, against asio's", "sleepers/heap", "sleepers/heap of asio"},
    Line{"save a run, a span of a million, against a copy of the file's bytes", "saved run/save",
         "saved run/copy of the file"},
    Line{"open it again, against a copy of its spans", "saved run/open", "saved run/copy of the spans"},
    Line{"write it as a trace, against saving it", "saved run/trace", "saved run/save"},
    Line{"the size of the file, a span", "saved run/size", "", Line::Goal::at_most_bytes, 20},
};

}  // namespace interleave::bench
