#pragma once

#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace interleave {

// The largest of all tasks' waits for a turn (queued plus ready), and whose it is, at every moment: the upper envelope
// of one line a task, which rises at slope 1 while the task waits and is level otherwise. A question takes O(log n).
class LongestWait {
 public:
  struct Piece {
    Time from{};
    Duration length{0};  // at `from`
    TaskId task = TaskId::none;
    bool growing = false;
  };
  using Pieces = std::vector<Piece>;

  LongestWait() = default;
  // As it was when it said so of pieces() and open(): at least one piece, from Time{} on.
  LongestWait(Pieces pieces, const Piece& open) : open_(open), pieces_(std::move(pieces)) {}

  struct Longest {
    Duration length{0};
    TaskId task = TaskId::none;  // none while nobody has waited; of equal ones, the one that got there first
  };

  // `task`, which had waited for `before` until then, waited from `begin` to `end`. In each task's own order. Cheap
  // where `end` is near the latest one.
  void add(TaskId task, Time begin, Time end, Duration before);
  // Of the waits that go on, the one that is the longest now. The others do not matter: whenever one of them was under
  // way, the task of this one had waited at least as long.
  void set_open(TaskId task, Time begin, Duration before) { open_ = {begin, before, task, true}; }
  void clear_open() { open_ = {}; }

  Longest at(Time t) const;

  // The envelope by time, continuous, the last piece level; and the wait that goes on beside it, if it is growing.
  const Pieces& pieces() const { return pieces_; }
  const Piece& open() const { return open_; }

 private:
  static Duration length_at(const Piece& piece, Time t) {
    return piece.growing ? piece.length + (t - piece.from) : piece.length;
  }
  Pieces::const_iterator piece_at(Time t) const;

  Piece open_;
  Pieces pieces_ = {Piece{}};
};

}  // namespace interleave
