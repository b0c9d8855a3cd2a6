#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/explore/state_graph.h"

namespace interleave::gui {

// What can still come of a state.
enum class Fate : std::uint8_t {
  safe,  // whatever comes, it ends well
  open,  // well or badly
  lost,  // however it goes on, it goes wrong, or never ends
};

// Where the states of a program stand in a drawing of layers: the first one above all others, those at which runs end
// below, and every step leads down where there is no way round in a circle.
struct GraphLayout {
  struct Node {
    std::uint32_t layer = 0;
    float place = 0;  // from 0 at the left to 1 at the right
    Fate fate = Fate::safe;
    bool no_return = false;  // it is open, and a step leads from it to where all is lost
  };
  std::vector<Node> nodes;  // by state
  // By step: where its line passes the layers between those of its states, downwards, so that it passes beside what
  // stands there.
  std::vector<std::vector<float>> bends;
  std::uint32_t layers = 1;
  std::size_t widest = 1;  // how many states and passing lines the layer of most has
};

// Which outcomes are bad, by their positions. Layers by the longest way from the start, and in each the order of states
// and passing lines that has few crossings by their neighbours' mean places (Sugiyama, Tagawa, Toda: Methods for Visual
// Understanding of Hierarchical System Structures, 1981). Then lines are made straight, long ones before all (the
// weights of Gansner, Koutsofios, North, Vo: A Technique for Drawing Directed Graphs, 1993).
GraphLayout graph_layout(const StateGraph& graph, const std::vector<bool>& is_bad);

}  // namespace interleave::gui
