#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interleave::bench {

// A line of the report: two benchmarks by name, and how the first is to compare with the second.
struct Line {
  enum class Goal : std::uint8_t { none, at_most_times, times_faster, at_most_bytes, at_most_seconds };

  std::string_view what;
  std::string_view figure;
  std::string_view limit;  // none where the goal is a number of bytes or seconds
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
    Line{"hold a lock that is free, against printing", "sharing/lock", "sharing/print", Line::Goal::at_most_times, 3},
    Line{"hold one that threads fight for, against a bare one of that order", "sharing/fought for",
         "sharing/fought for, bare", Line::Goal::at_most_times, 2},
    Line{"read a shared variable, against printing", "sharing/read", "sharing/print", Line::Goal::at_most_times, 1.5},
    Line{"write one, against printing", "sharing/write", "sharing/print", Line::Goal::at_most_times, 1.5},
    Line{"explore five philosophers, two rounds: 28 325 states", "explore/philosophers", "",
         Line::Goal::at_most_seconds, 0.05},
    Line{"explore ten threads of three steps: 1 048 576 states", "explore/strangers", "", Line::Goal::at_most_seconds,
         8},
    Line{"philosophers, against a bare search of as many states", "explore/philosophers", "explore/philosophers, bare",
         Line::Goal::at_most_times, 4},
    Line{"ten threads, against a bare search of those states", "explore/strangers", "explore/strangers, bare",
         Line::Goal::at_most_times, 4},
    Line{"explore two increments in every mode", "explore/two increments", "", Line::Goal::at_most_seconds, 1e-3},
    Line{"save a run, a span of a million, against a copy of the file's bytes", "saved run/save",
         "saved run/copy of the file"},
    Line{"open it again, against a copy of its spans", "saved run/open", "saved run/copy of the spans"},
    Line{"write it as a trace, against saving it", "saved run/trace", "saved run/save"},
    Line{"a frame, a million spans in 64 lanes, a third of them in sight", "million spans/frame/1", "",
         Line::Goal::at_most_seconds, 2e-3},
    Line{"the same, against drawing every span", "million spans/frame/1", "million spans/naive drawing",
         Line::Goal::at_most_times, 0.1},
    Line{"4 times closer", "million spans/frame/4", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"8 times", "million spans/frame/8", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"16 times", "million spans/frame/16", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"32 times", "million spans/frame/32", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"64 times", "million spans/frame/64", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"256 times", "million spans/frame/256", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"4 096 times", "million spans/frame/4096", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"a frame with all 64 lanes in sight, against drawing every span", "million spans/frame of all lanes/1",
         "million spans/naive drawing", Line::Goal::at_most_times, 0.1},
    Line{"the same, its time", "million spans/frame of all lanes/1", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"4 times closer", "million spans/frame of all lanes/4", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"8 times", "million spans/frame of all lanes/8", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"16 times", "million spans/frame of all lanes/16", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"32 times", "million spans/frame of all lanes/32", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"64 times", "million spans/frame of all lanes/64", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"256 times", "million spans/frame of all lanes/256", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"4 096 times", "million spans/frame of all lanes/4096", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"a frame with all 64 workers in sight", "million spans/frame of all workers/1", "",
         Line::Goal::at_most_seconds, 2e-3},
    Line{"a frame while 64 threads run", "live run/frame, threads", "", Line::Goal::at_most_seconds, 8e-3},
    Line{"a frame while 64 coroutines run", "live run/frame, coroutines", "", Line::Goal::at_most_seconds, 8e-3},
    Line{"a frame of a lesson in a hall, its costliest slide", "lesson/frame, hall", "", Line::Goal::at_most_seconds,
         2e-3},
    Line{"the same, alone", "lesson/frame, alone", "", Line::Goal::at_most_seconds, 2e-3},
    Line{"sum up what is in sight, a thousandth, against a linear scan", "million spans/sum up/1000",
         "million spans/linear scan/1000", Line::Goal::at_most_times, 0.1},
    Line{"the same, all of it", "million spans/sum up/1", "million spans/linear scan/1"},
    Line{"add a span and sum it up, against adding it", "million spans/add, sum up", "million spans/add",
         Line::Goal::at_most_times, 2},
    Line{"sums of a span, while its lane grows", "million spans/sums, growing", "", Line::Goal::at_most_bytes, 8},
    Line{"sums of a span, once its lane is whole", "million spans/sums", "", Line::Goal::at_most_bytes, 8},
    Line{"the size of the file, a span", "saved run/size", "", Line::Goal::at_most_bytes, 20},
};

}  // namespace interleave::bench
