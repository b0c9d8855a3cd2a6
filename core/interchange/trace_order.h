#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

namespace interleave {

// What a trace says at a moment.
enum class TraceMark : std::uint8_t {
  task_begin,
  task_end,
  span_begin,  // on the task's track
  span_end,
  slice,       // the span on its worker's thread
  flow_start,  // from the span, within it
  flow_end,    // to the span, at its beginning
  line,        // of output
};

struct TraceEvent {
  Time at{};
  TraceMark mark = TraceMark::line;
  std::size_t lane = 0;      // position of the task or worker
  std::size_t position = 0;  // of the span in its lane, or of the line in the output
};

// A run's events in order of time, those of one lane also in the order in which they have to stand. They come one by
// one, and only the lanes take memory. Refers to the timeline.
class TraceOrder {
 public:
  explicit TraceOrder(const Timeline& timeline);

  std::optional<TraceEvent> next();

 private:
  enum class Kind : std::uint8_t { worker, task, output };

  // How far a lane has got.
  struct Cursor {
    Kind kind = Kind::output;
    std::size_t lane = 0;
    std::size_t step = 0;  // of those that the lane may take, what comes after `event`
    TraceEvent event;
  };
  // Apart from the cursors, so that little has to be moved.
  struct Entry {
    Time at{};
    std::size_t cursor = 0;
  };

  void add(Kind kind, std::size_t lane);
  bool advance(Cursor& cursor) const;
  bool advance_worker(Cursor& cursor) const;
  bool advance_task(Cursor& cursor) const;
  bool advance_output(Cursor& cursor) const;
  bool took_over(const WorkerTrack& worker, std::size_t position) const;
  Time end_of(const Span& span) const;

  const Timeline& timeline_;
  std::vector<Cursor> cursors_;  // at one moment the first ones come first
  std::vector<Entry> next_;      // heap of their events, the earliest first
};

}  // namespace interleave
