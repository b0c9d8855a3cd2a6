#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/picture/graph_layout.h"
#include "core/explore/exploration.h"
#include "core/run/run_settings.h"

namespace interleave::gui {

// The drawing of a graph of states, made once for all frames that show it.
class KeptGraph {
 public:
  // Of an exploration that has kept its graph. `settings` are those of its runs.
  void keep(const std::shared_ptr<const Exploration>& found, const Scenario& scenario, const RunSettings& settings);

  const GraphLayout& layout() const { return layout_; }
  // What is done on the way from one state to another, by step, and what tasks share there, by state: "write 0", "n 1".
  // Empty where there are too many of them to be told.
  const std::vector<std::string>& steps() const { return steps_; }
  const std::vector<std::string>& values() const { return values_; }

 private:
  void describe(const Scenario& scenario, const RunSettings& settings);

  std::shared_ptr<const Exploration> found_;
  GraphLayout layout_;
  std::vector<std::string> steps_;
  std::vector<std::string> values_;
};

}  // namespace interleave::gui
