#include "app/gui/model/picture/graph_layout.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/picture/places_apart.h"

namespace interleave::gui {

namespace {

constexpr int kSweeps = 8;
constexpr int kSettlings = 120;
constexpr float kEndsApart = 0.8F;  // of the width that each would have: words stand below them

// How much a line wants to be straight, the more the longer it is.
constexpr float kBetweenStates = 1;
constexpr float kFromState = 2;
constexpr float kPassing = 8;

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

// States, and behind them the places at which lines pass layers.
class Placing {
 public:
  Placing(const StateGraph& graph, GraphLayout& layout) : graph_(graph), layout_(layout), rows_(layout.layers) {
    for (const GraphLayout::Node& node : layout.nodes) add(node.layer);
    passing_.resize(graph.targets.size());
    for (std::uint32_t state = 0; state < graph.size(); ++state) {
      for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) add_line(state, step);
    }
    for (const States& row : rows_) layout.widest = std::max(layout.widest, row.size());
  }

  void place() {
    for (States& row : rows_) spread(row);
    std::size_t fewest = crossings();
    std::vector<States> best = rows_;
    for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
      if (sweep % 2 == 0) {
        for (States& row : rows_) sort(row, &Vertex::above);
      } else {
        for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) sort(*row, &Vertex::below);
      }
      const std::size_t now = crossings();
      if (now < fewest) best = rows_;
      fewest = std::min(now, fewest);
    }
    rows_ = std::move(best);
    for (const States& row : rows_) spread(row);
    settle();
    for (std::size_t state = 0; state < graph_.size(); ++state) layout_.nodes[state].place = vertices_[state].place;
    for (const States& line : passing_) {
      std::vector<float>& bends = layout_.bends.emplace_back();
      for (const std::uint32_t vertex : line) bends.push_back(vertices_[vertex].place);
    }
  }

 private:
  struct Vertex {
    float place = 0;
    bool passing = false;
    States above = {};
    States below = {};
  };

  std::uint32_t add(std::uint32_t layer) {
    const auto vertex = static_cast<std::uint32_t>(vertices_.size());
    vertices_.emplace_back();
    rows_[layer].push_back(vertex);
    return vertex;
  }

  void add_line(std::uint32_t state, std::size_t step) {
    const std::uint32_t target = graph_.targets[step];
    const std::uint32_t last = layout_.nodes[target].layer;
    if (last <= layout_.nodes[state].layer) return;  // round in a circle
    std::uint32_t above = state;
    for (std::uint32_t layer = layout_.nodes[state].layer + 1; layer < last; ++layer) {
      const std::uint32_t passing = add(layer);
      vertices_[passing].passing = true;
      passing_[step].push_back(passing);
      join(above, passing);
      above = passing;
    }
    join(above, target);
  }

  void join(std::uint32_t above, std::uint32_t below) {
    vertices_[above].below.push_back(below);
    vertices_[below].above.push_back(above);
  }

  void spread(const States& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      vertices_[row[i]].place = (static_cast<float>(i) + 0.5F) / static_cast<float>(row.size());
    }
  }

  void sort(States& row, States Vertex::*neighbours) {
    std::vector<std::pair<float, std::uint32_t>> means;
    means.reserve(row.size());
    for (const std::uint32_t vertex : row) means.emplace_back(mean(vertices_[vertex], neighbours), vertex);
    std::stable_sort(means.begin(), means.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = means[i].second;
    spread(row);
  }

  // The order of each row stays; within it all go to where their lines are straight.
  void settle() {
    for (int round = 0; round < kSettlings; ++round) {
      if (round % 2 == 0) {
        for (const States& row : rows_) settle(row);
      } else {
        for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) settle(*row);
      }
    }
  }

  void settle(const States& row) {
    std::vector<float> wanted;
    for (const std::uint32_t vertex : row) wanted.push_back(straight(vertices_[vertex]));
    float apart = 1 / static_cast<float>(layout_.widest);
    if (&row == &rows_.back()) apart = std::max(apart, kEndsApart / static_cast<float>(row.size()));
    const std::vector<float> places = places_apart(wanted, apart);
    for (std::size_t i = 0; i < row.size(); ++i) vertices_[row[i]].place = places[i];
  }

  // Where it would stand for its lines' sake.
  float straight(const Vertex& vertex) const {
    float sum = 0;
    float weights = 0;
    for (const States* others : {&vertex.above, &vertex.below}) {
      for (const std::uint32_t other : *others) {
        const int passing = (vertex.passing ? 1 : 0) + (vertices_[other].passing ? 1 : 0);
        const float weight = passing == 0 ? kBetweenStates : passing == 1 ? kFromState : kPassing;
        sum += weight * vertices_[other].place;
        weights += weight;
      }
    }
    return weights == 0 ? vertex.place : sum / weights;
  }

  // How many pairs of lines cross each other between two layers.
  std::size_t crossings() const {
    std::size_t count = 0;
    for (const States& row : rows_) {
      std::vector<std::pair<float, float>> lines;  // places above and below
      for (const std::uint32_t above : row) {
        for (const std::uint32_t below : vertices_[above].below)
          lines.emplace_back(vertices_[above].place, vertices_[below].place);
      }
      for (std::size_t one = 0; one < lines.size(); ++one) {
        for (std::size_t other = one + 1; other < lines.size(); ++other) {
          const auto [from, to] = lines[one];
          const auto [other_from, other_to] = lines[other];
          if ((from - other_from) * (to - other_to) < 0) ++count;
        }
      }
    }
    return count;
  }

  float mean(const Vertex& vertex, States Vertex::*neighbours) const {
    const States& others = vertex.*neighbours;
    if (others.empty()) return vertex.place;
    float sum = 0;
    for (const std::uint32_t other : others) sum += vertices_[other].place;
    return sum / static_cast<float>(others.size());
  }

  const StateGraph& graph_;
  GraphLayout& layout_;
  std::vector<Vertex> vertices_;
  std::vector<States> passing_;  // by step, downwards
  std::vector<States> rows_;     // by layer
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
  Placing(graph, layout).place();
  return layout;
}

}  // namespace interleave::gui
