#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/timeline/span_kind.h"

namespace interleave {

// A part of a lane: one span, or neighbours that are too short to be told apart.
struct Stretch {
  std::size_t first = 0;  // position in the lane's spans
  std::size_t count = 0;
  Time begin{};  // of its first span
  Time end{};    // of its last; what lies between spans of it is shorter than they could be seen apart
  KindTimes time;
  TaskId task = TaskId::none;  // none where they are of several
  SpanKind kind{};             // of the span where it is one
};

// What of a lane is looked at, and how closely.
struct Window {
  Time from{};
  Time to{};           // spans that begin before it are shown
  Time until{};        // where a span without an end ends
  Duration pixel{1};   // a span that lasts so long, or longer, stands for itself
  Duration cell{1};    // shorter neighbours are put together into stretches of about that length
  Time seam = kNever;  // no stretch has spans that begin before it and others that do not
};

// Sums over a lane's spans, in a tree of sixteen branches, so that any part of it can be summed up at any scale in
// O(pixels + log(spans)), however many spans it has. Costs 5 bytes a span, 7 while the lane grows.
class SpanIndex {
 public:
  static constexpr std::size_t kBranches = 16;

  // To be told after each span that was added to the end of the lane. All but the last one may no longer change.
  void extend(std::span<const Span> spans) {
    if (spans.size() > due_) add_leaves(spans);
  }
  // To be told when the lane has been cut to so many spans, the last of which may have changed.
  void cut(std::size_t spans) {
    if (spans + kBranches <= due_) cut_leaves(spans);
  }
  // To be told when the lane grows no longer.
  void settle();

  // The lane's part in the window from left to right, all of it: each span that ends after `from` and begins before
  // `to` is in one stretch. A stretch of several spans has none that lasts a pixel, nor a gap as long as that; it
  // begins within one cell, counted from time 0 so that stretches stand still when the window moves, and lasts at
  // most two. `spans` are the lane's.
  std::vector<Stretch> summarise(std::span<const Span> spans, const Window& window) const;

  // All of them together.
  KindTimes total(std::span<const Span> spans, Time until) const;

  std::size_t bytes() const;

 private:
  friend class SpanIndexReader;

  // Sixteen spans, or sixteen nodes of the level below.
  struct Node {
    Time begin{};
    Time end{};
    float widest = 0;            // the longest span, or gap between two, rounded up
    TaskId task = TaskId::none;  // as in Stretch
  };
  using Level = std::vector<Node>;

  std::size_t leaves() const { return levels_.empty() ? 0 : levels_.front().size(); }
  void add_leaves(std::span<const Span> spans);
  void cut_leaves(std::size_t spans);
  void add(std::size_t level, const Node& node);
  static Node leaf_of(std::span<const Span> spans);
  static Node parent_of(std::span<const Node> children);

  std::size_t due_ = kBranches;    // with more spans than that there is another leaf; asked with each span
  std::vector<Level> levels_;      // from the leaves up; a level has every whole node, and only those
  std::vector<KindTimes> before_;  // the lane's times up to each leaf, and up to the end of the last: any number of
                                   // leaves is summed up by one difference
};

}  // namespace interleave
