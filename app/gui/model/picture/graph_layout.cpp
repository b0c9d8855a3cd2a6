#include "app/gui/model/picture/graph_layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace interleave::gui {

namespace {

constexpr int kSweeps = 8;

using States = std::vector<std::uint32_t>;

// From where each state is come to, once for each step.
std::vector<States> ways_into(const StateGraph& graph) {
  std::vector<States> from(graph.size());
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      from[graph.targets[step]].push_back(state);
    }
  }
  return from;
}

// Those from which one of the ends can be reached for which that holds.
template <class IsWanted>
std::vector<bool> reaching(const StateGraph& graph, const std::vector<States>& from, const IsWanted& is_wanted) {
  std::vector<bool> reached(graph.size());
  States open;
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    if (!graph.is_end(state) || !is_wanted(graph.outcomes[state])) continue;
    reached[state] = true;
    open.push_back(state);
  }
  while (!open.empty()) {
    const std::uint32_t state = open.back();
    open.pop_back();
    for (const std::uint32_t before : from[state]) {
      if (reached[before]) continue;
      reached[before] = true;
      open.push_back(before);
    }
  }
  return reached;
}

// Layers by the longest way from the start; of states on a way round in a circle, or behind one, by the first way that
// was found there.
std::vector<std::uint32_t> layers_of(const StateGraph& graph, const std::vector<States>& from) {
  std::vector<std::uint32_t> layers(graph.size());
  std::vector<std::size_t> missing(graph.size());
  for (std::size_t state = 0; state < graph.size(); ++state) missing[state] = from[state].size();
  std::vector<bool> placed(graph.size());
  States open = {0};
  std::uint32_t next_unplaced = 0;
  std::size_t left = graph.size();
  while (left > 0) {
    if (open.empty()) {
      while (placed[next_unplaced]) ++next_unplaced;
      open.push_back(next_unplaced);
    }
    const std::uint32_t state = open.back();
    open.pop_back();
    if (placed[state]) continue;
    placed[state] = true;
    --left;
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      const std::uint32_t target = graph.targets[step];
      if (placed[target]) continue;
      layers[target] = std::max(layers[target], layers[state] + 1);
      if (--missing[target] == 0) open.push_back(target);
    }
  }
  return layers;
}

class Placing {
 public:
  Placing(const StateGraph& graph, const std::vector<States>& from, GraphLayout& layout)
      : graph_(graph), from_(from), layout_(layout), rows_(layout.layers) {
    for (std::uint32_t state = 0; state < graph.size(); ++state) rows_[layout.nodes[state].layer].push_back(state);
    for (const States& row : rows_) layout.widest = std::max(layout.widest, row.size());
  }

  void place() {
    for (States& row : rows_) spread(row);
    std::size_t fewest = crossings();
    std::vector<States> best = rows_;
    for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
      if (sweep % 2 == 0) {
        for (States& row : rows_) sort(row, true);
      } else {
        for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) sort(*row, false);
      }
      const std::size_t now = crossings();
      if (now < fewest) best = rows_;
      fewest = std::min(now, fewest);
    }
    for (const States& row : best) spread(row);
  }

 private:
  void spread(const States& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      layout_.nodes[row[i]].place = (static_cast<float>(i) + 0.5F) / static_cast<float>(row.size());
    }
  }

  void sort(States& row, bool by_those_above) {
    std::vector<std::pair<float, std::uint32_t>> means;
    means.reserve(row.size());
    for (const std::uint32_t state : row) means.emplace_back(mean(state, by_those_above), state);
    std::stable_sort(means.begin(), means.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = means[i].second;
    spread(row);
  }

  struct Line {
    float top, bottom;  // layers
    float from, to;     // places
    float at(float layer) const { return from + (to - from) * (layer - top) / (bottom - top); }
  };

  // How many pairs of steps cross each other between two layers.
  std::size_t crossings() const {
    std::vector<Line> lines;
    for (std::uint32_t state = 0; state < graph_.size(); ++state) {
      const GraphLayout::Node& from = layout_.nodes[state];
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
        const GraphLayout::Node& to = layout_.nodes[graph_.targets[step]];
        if (to.layer <= from.layer) continue;
        lines.push_back({static_cast<float>(from.layer), static_cast<float>(to.layer), from.place, to.place});
      }
    }
    std::size_t count = 0;
    for (std::size_t one = 0; one < lines.size(); ++one) {
      for (std::size_t other = one + 1; other < lines.size(); ++other)
        if (cross(lines[one], lines[other])) ++count;
    }
    return count;
  }

  static bool cross(const Line& one, const Line& other) {
    const float top = std::max(one.top, other.top);
    const float bottom = std::min(one.bottom, other.bottom);
    if (top >= bottom) return false;
    return (one.at(top) - other.at(top)) * (one.at(bottom) - other.at(bottom)) < 0;
  }

  float mean(std::uint32_t state, bool by_those_above) const {
    float sum = 0;
    float count = 0;
    const auto add = [&](std::uint32_t other) {
      sum += layout_.nodes[other].place;
      ++count;
    };
    if (by_those_above) {
      std::for_each(from_[state].begin(), from_[state].end(), add);
    } else {
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) add(graph_.targets[step]);
    }
    return count == 0 ? layout_.nodes[state].place : sum / count;
  }

  const StateGraph& graph_;
  const std::vector<States>& from_;
  GraphLayout& layout_;
  std::vector<States> rows_;
};

}  // namespace

GraphLayout graph_layout(const StateGraph& graph, const std::vector<bool>& is_bad) {
  const std::vector<States> from = ways_into(graph);
  const std::vector<bool> can_end_well = reaching(graph, from, [&](std::uint32_t outcome) { return !is_bad[outcome]; });
  const std::vector<bool> can_go_wrong = reaching(graph, from, [&](std::uint32_t outcome) { return is_bad[outcome]; });
  const std::vector<std::uint32_t> layers = layers_of(graph, from);
  GraphLayout layout;
  for (std::size_t state = 0; state < graph.size(); ++state) {
    const Fate fate = !can_end_well[state] ? Fate::lost : can_go_wrong[state] ? Fate::open : Fate::safe;
    layout.nodes.push_back({.layer = layers[state], .place = 0, .fate = fate, .no_return = false});
    layout.layers = std::max(layout.layers, layers[state] + 1);
  }
  for (std::size_t state = 0; state < graph.size(); ++state) {
    if (graph.is_end(state)) layout.nodes[state].layer = layout.layers - 1;
  }
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    for (const std::uint32_t before : from[state]) {
      GraphLayout::Node& node = layout.nodes[before];
      node.no_return = node.no_return || (node.fate == Fate::open && layout.nodes[state].fate == Fate::lost);
    }
  }
  Placing(graph, from, layout).place();
  return layout;
}

}  // namespace interleave::gui
