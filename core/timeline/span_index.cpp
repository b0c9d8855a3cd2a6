#include "core/timeline/span_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace interleave {
namespace {

// The float that is not below it: what is as wide as a pixel must never pass for narrower.
float rounded_up(Duration length) {
  const auto exact = static_cast<double>(length.count());
  const auto near = static_cast<float>(exact);
  return static_cast<double>(near) < exact ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

// By half of what there is: doubling would waste more than the index may take.
template <class Item>
void push_growing(std::vector<Item>& items, const Item& item) {
  if (items.size() == items.capacity()) items.reserve(items.size() + items.size() / 2 + 1);
  items.push_back(item);
}

TaskId common_task(TaskId a, TaskId b) { return a == b ? a : TaskId::none; }

}  // namespace

void SpanIndex::add_leaves(std::span<const Span> spans) {
  for (; spans.size() > due_; due_ += kBranches) {
    const auto leaf = spans.subspan(kBranches * leaves(), kBranches);
    if (before_.empty()) before_.emplace_back();
    KindTimes sum = before_.back();
    for (const Span& span : leaf) sum[kind_of(span)] += span.end - span.begin;
    push_growing(before_, sum);
    add(0, leaf_of(leaf));
  }
}

void SpanIndex::add(std::size_t level, const Node& node) {
  if (level == levels_.size()) levels_.emplace_back();
  Level& nodes = levels_[level];
  push_growing(nodes, node);
  if (nodes.size() % kBranches == 0) add(level + 1, parent_of(std::span(nodes).last(kBranches)));
}

SpanIndex::Node SpanIndex::leaf_of(std::span<const Span> spans) {
  Node leaf{spans.front().begin, spans.back().end, 0, spans.front().task};
  Duration widest{0};
  Time last_end = leaf.begin;
  for (const Span& span : spans) {
    widest = std::max({widest, span.end - span.begin, span.begin - last_end});
    last_end = span.end;
    leaf.task = common_task(leaf.task, span.task);
  }
  leaf.widest = rounded_up(widest);
  return leaf;
}

SpanIndex::Node SpanIndex::parent_of(std::span<const Node> children) {
  Node parent = children.front();
  for (const Node& child : children.subspan(1)) {
    parent.widest = std::max({parent.widest, child.widest, rounded_up(child.begin - parent.end)});
    parent.end = child.end;
    parent.task = common_task(parent.task, child.task);
  }
  return parent;
}

void SpanIndex::cut_leaves(std::size_t spans) {
  std::size_t nodes = spans == 0 ? 0 : (spans - 1) / kBranches;
  before_.resize(nodes + 1);
  for (Level& level : levels_) {
    if (level.size() > nodes) level.resize(nodes);
    nodes /= kBranches;
  }
  due_ = kBranches * (leaves() + 1);
}

void SpanIndex::settle() {
  for (Level& level : levels_) level.shrink_to_fit();
  levels_.shrink_to_fit();
  before_.shrink_to_fit();
}

std::size_t SpanIndex::bytes() const {
  std::size_t sum = levels_.capacity() * sizeof(Level) + before_.capacity() * sizeof(KindTimes);
  for (const Level& level : levels_) sum += level.capacity() * sizeof(Node);
  return sum;
}

// Walks a lane from left to right, by nodes where they are small and simple enough, else span by span.
class SpanIndexReader {
 public:
  using Node = SpanIndex::Node;

  SpanIndexReader(const SpanIndex& index, std::span<const Span> spans, const Window& window)
      : index_(index), spans_(spans), window_(window), pixel_(rounded_up(window.pixel)) {}

  std::vector<Stretch> stretches() {
    constexpr std::size_t kUsual = 1'200;
    found_.reserve(std::min(kUsual, spans_.size()));
    std::size_t i = first_ending_after(window_.from);
    while (i < spans_.size()) {
      if (i % SpanIndex::kBranches == 0) i = take_nodes(i / SpanIndex::kBranches) * SpanIndex::kBranches;
      if (i == spans_.size() || spans_[i].begin >= window_.to) break;
      // Up to where the next node may be taken.
      do take_span(i++);
      while (i < spans_.size() && i % SpanIndex::kBranches != 0 && spans_[i].begin < window_.to);
    }
    close();
    return std::move(found_);
  }

  KindTimes total() const {
    KindTimes sum;
    if (!index_.before_.empty()) sum = index_.before_.back();
    for (const Span& span : spans_.subspan(index_.leaves() * SpanIndex::kBranches)) {
      sum[kind_of(span)] += end_of(span) - span.begin;
    }
    return sum;
  }

 private:
  Time end_of(const Span& span) const { return std::min(span.end, std::max(window_.until, span.begin)); }

  // By the tree: its nodes lie together, spans do not.
  std::size_t first_ending_after(Time time) const {
    const auto ended = [&](const auto& item) { return item.end <= time; };
    std::size_t first = 0;
    for (std::size_t level = index_.levels_.size(); level-- > 0;) {
      first *= SpanIndex::kBranches;
      const auto children = within(std::span(index_.levels_[level]), first, SpanIndex::kBranches);
      first +=
          static_cast<std::size_t>(std::partition_point(children.begin(), children.end(), ended) - children.begin());
    }
    first *= SpanIndex::kBranches;
    const auto rest = within(spans_, first, 2 * SpanIndex::kBranches);
    return first + static_cast<std::size_t>(std::partition_point(rest.begin(), rest.end(), ended) - rest.begin());
  }

  // So many items from the first on, or as many as there are.
  template <class Item>
  static std::span<Item> within(std::span<Item> items, std::size_t first, std::size_t count) {
    return items.subspan(first, std::min(count, items.size() - first));
  }

  // Takes nodes as long as they may be taken as a whole, the largest first; returns the leaf after them.
  std::size_t take_nodes(std::size_t leaf) {
    if (index_.levels_.empty()) return leaf;
    const std::span<const Node> nodes = index_.levels_[0];
    while (leaf < nodes.size() && may_be_taken(nodes[leaf])) {
      std::size_t leaves = 1;
      const Node& node = leaf % SpanIndex::kBranches == 0 ? largest_node(leaf, leaves) : nodes[leaf];
      begin_or_go_on(node.begin, leaf * SpanIndex::kBranches, node.task);
      if (first_leaf_ == kNoLeaf) first_leaf_ = leaf;
      Stretch& open = found_.back();
      open.count += leaves * SpanIndex::kBranches;
      open.end = node.end;
      open.task = common_task(open.task, node.task);
      leaf += leaves;
      end_leaf_ = leaf;
    }
    add_leaves();
    return leaf;
  }

  // The largest that begins with this leaf, which may be taken, and may be taken too; `leaves` are those below it.
  const Node& largest_node(std::size_t leaf, std::size_t& leaves) const {
    const Node* node = &index_.levels_[0][leaf];
    std::size_t position = leaf;
    for (std::size_t level = 1; level < index_.levels_.size() && position % SpanIndex::kBranches == 0; ++level) {
      position /= SpanIndex::kBranches;
      const auto& nodes = index_.levels_[level];
      if (position >= nodes.size() || !may_be_taken(nodes[position])) break;
      node = &nodes[position];
      leaves *= SpanIndex::kBranches;
    }
    return *node;
  }

  // The times of the leaves that the open stretch took since the last call.
  void add_leaves() {
    if (first_leaf_ == kNoLeaf) return;
    KindTimes& time = found_.back().time;
    time += index_.before_[end_leaf_];
    time -= index_.before_[first_leaf_];
    first_leaf_ = kNoLeaf;
  }

  bool may_be_taken(const Node& node) const {
    const bool across = node.begin < window_.seam && window_.seam < node.end;
    return !across && node.end <= window_.to && node.end - node.begin <= window_.cell && node.widest < pixel_;
  }

  void take_span(std::size_t position) {
    const Span& span = spans_[position];
    const Time end = end_of(span);
    const Duration length = end - span.begin;
    const SpanKind kind = kind_of(span);
    if (length >= window_.pixel) {
      close();
      Stretch& one = found_.emplace_back();
      one.first = position;
      one.count = 1;
      one.begin = span.begin;
      one.end = end;
      one.time[kind] = length;
      one.task = span.task;
      one.kind = kind;
      return;
    }
    begin_or_go_on(span.begin, position, span.task);
    Stretch& open = found_.back();
    open.kind = kind;
    ++open.count;
    open.end = end;
    open.time[kind] += length;
    open.task = common_task(open.task, span.task);
  }

  // Closes the open stretch where what begins then does not belong to it, and opens one where there is none.
  void begin_or_go_on(Time begin, std::size_t position, TaskId task) {
    if (open_ && (begin >= cell_end_ || is_apart(found_.back(), begin))) close();
    if (open_) return;
    open_ = true;
    // Mostly it is the next cell; a division would take longer than all else here.
    if (begin >= cell_end_ && begin - cell_end_ < window_.cell) {
      cell_end_ += window_.cell;
    } else {
      cell_end_ = Time{(begin.time_since_epoch() / window_.cell + 1) * window_.cell};
    }
    Stretch& open = found_.emplace_back();
    open.first = position;
    open.begin = begin;
    open.task = task;
  }

  bool is_apart(const Stretch& open, Time begin) const {
    return begin - open.end >= window_.pixel || (open.begin < window_.seam && window_.seam <= begin);
  }

  void close() {
    add_leaves();
    open_ = false;
  }

  static constexpr std::size_t kNoLeaf = ~std::size_t{0};

  const SpanIndex& index_;
  std::span<const Span> spans_;
  const Window window_;
  const float pixel_;
  std::vector<Stretch> found_;
  bool open_ = false;  // whether the last one found may go on
  Time cell_end_{};
  std::size_t first_leaf_ = kNoLeaf;  // of those whose times the open stretch has yet to get
  std::size_t end_leaf_ = 0;
};

std::vector<Stretch> SpanIndex::summarise(std::span<const Span> spans, const Window& window) const {
  return SpanIndexReader(*this, spans, window).stretches();
}

KindTimes SpanIndex::total(std::span<const Span> spans, Time until) const {
  return SpanIndexReader(*this, spans, {Time{}, kNever, until}).total();
}

}  // namespace interleave
