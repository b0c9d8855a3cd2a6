#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mode.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

enum class View : std::uint8_t { by_task, by_worker };

enum class LaneKind : std::uint8_t {
  task,       // everything a task did
  worker,     // the tasks that ran on a worker or held it
  no_worker,  // what a task did without a worker: it waits and holds none, or is queued
  shared,     // what became of something that tasks share; without spans
};

enum class SharedLanes : std::uint8_t { hidden, shown };

// One line of the timeline. Refers to the timeline it was made of.
struct Lane {
  LaneKind kind = LaneKind::task;
  std::size_t track = 0;  // position in tasks() or workers(), or among what tasks share
  std::string_view name;
  std::string_view detail;   // a second, smaller line below the name; may be empty
  std::string_view section;  // a heading above the lane; mostly empty
  std::span<const Span> spans;
  const Timeline* timeline = nullptr;
  std::optional<Mode> compared;     // where several modes are compared: whose it is
  const SpanIndex* sums = nullptr;  // over the spans; without it, dense parts stay folded
};

// Which lane it is, whatever else the view shows.
struct LaneKey {
  LaneKind kind = LaneKind::task;
  std::size_t track = 0;
  std::optional<Mode> compared;

  friend bool operator==(const LaneKey&, const LaneKey&) = default;
};
inline LaneKey key_of(const Lane& lane) { return {lane.kind, lane.track, lane.compared}; }

// The lanes of a view, from top to bottom; what tasks share comes last.
std::vector<Lane> lanes_of(const Timeline& timeline, View view, SharedLanes shared = SharedLanes::hidden);

// Those of runs in different modes below each other. By worker, tasks without one have lanes where that is the point:
// in coroutine mode. The first lane of each mode has its title as its section.
std::vector<Lane> lanes_of_modes(std::span<const std::shared_ptr<const Timeline>> runs, View view);

// The same lane of another run of the same scenario; without spans where that has no such worker.
Lane counterpart(const Lane& lane, const Timeline& other);

// What a lane shows of its spans: all of them, but for no_worker lanes.
bool shows(const Lane& lane, const Span& span);

}  // namespace interleave::gui
