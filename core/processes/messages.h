#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/execution/process_execution.h"
#include "core/record/event_log.h"
#include "core/threads/scaled_clock.h"

// What goes with messages between a process and its worker processes, as bytes: both are one program on one machine, so
// plain data goes as it stands in memory.
namespace interleave {

// What a worker process needs to know before anything else.
struct WorkerSetup {
  WorkerId worker{};
  HostTime start;              // of the run: stamps count from there
  ScaledClock::Segment clock;  // the latest one
  std::string scenario;        // the text of its file
};
std::string to_bytes(const WorkerSetup& setup);
WorkerSetup setup_from(std::string_view bytes);

std::string to_bytes(const ProcessExecution::Job& job);
ProcessExecution::Job job_from(std::string_view bytes);

std::string to_bytes(const ScaledClock::Segment& segment);
ScaledClock::Segment segment_from(std::string_view bytes);

std::string to_bytes(const ProcessExecution::End& end);
ProcessExecution::End end_from(std::string_view bytes);

// Events in order, and the stamp before which no other comes any more.
std::string to_bytes(const std::vector<Event>& events, std::int64_t closed_until);
// Appends them to the log, whose thread this is; returns that stamp, and how many they were.
struct TakenEvents {
  std::int64_t closed_until = 0;
  std::size_t count = 0;
};
TakenEvents take_events(std::string_view bytes, EventLog& log);

}  // namespace interleave
