#include "core/timeline/longest_wait.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace interleave {

// The added line and the envelope both rise at slope 1 or 0. While the line rises its lead over the envelope cannot
// shrink, afterwards it cannot grow: so the line is on top in one interval around `end`, or nowhere.
void LongestWait::add(TaskId task, Time begin, Time end, Duration before) {
  const Duration top = before + (end - begin);
  auto first = piece_at(end);
  if (length_at(*first, end) >= top) return;

  // Where the line comes to the top: in the piece `first`, at `from`.
  while (first != pieces_.begin() && first->from > begin && before + (first->from - begin) > first->length) --first;
  assert(!first->growing);  // else the lead would have been there at `begin`, where it cannot be: see add()
  const Time from = begin + (first->length - before);

  // Where the envelope catches up again: in the piece before `last`, or never.
  auto last = std::next(piece_at(end));
  while (last != pieces_.end() && last->length < top) ++last;
  const Piece& overtaker = *std::prev(last);

  std::array<Piece, 3> between;
  std::size_t count = 0;
  const auto kept_end = from == first->from ? first : std::next(first);
  between[count++] = {from, before + (from - begin), task, true};
  between[count++] = {end, top, task, false};
  if (last != pieces_.end() && overtaker.growing && last->length > top) {
    between[count++] = {overtaker.from + (top - overtaker.length), top, overtaker.task, true};
  }
  const auto gap = pieces_.erase(kept_end, last);
  pieces_.insert(gap, between.begin(), between.begin() + static_cast<std::ptrdiff_t>(count));
}

LongestWait::Longest LongestWait::at(Time t) const {
  const Piece& closed = *piece_at(t);
  const Duration longest_closed = length_at(closed, t);
  if (open_.growing && open_.from <= t && length_at(open_, t) > longest_closed) {
    return {length_at(open_, t), open_.task};
  }
  return {longest_closed, closed.task};
}

LongestWait::Pieces::const_iterator LongestWait::piece_at(Time t) const {
  const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), t,
                                     [](Time moment, const Piece& piece) { return moment < piece.from; });
  return next == pieces_.begin() ? next : std::prev(next);
}

}  // namespace interleave
