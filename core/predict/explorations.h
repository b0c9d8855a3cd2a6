#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "core/explore/exploration.h"
#include "core/predict/question.h"

namespace interleave {

// That one question looks at: whoever poses it waits for its answer.
inline constexpr std::size_t kMostAskedStates = 200'000;

// What questions have explored. As long as they are about the same program in the same settings, it is explored once.
class Explorations {
 public:
  using Found = Result<std::shared_ptr<const Exploration>, NoAnswer>;

  // All of them together look at no more states; where they have, the next one has no answer.
  explicit Explorations(std::size_t most_states) : most_states_(most_states), states_left_(most_states) {}

  // All interleavings of what is asked about, or why not all of them are known.
  Found find(const Asked& asked);

 private:
  struct Known {
    Scenario scenario;
    RunSettings settings;
    Found found;
  };

  Found explore_all(const Asked& asked);

  std::optional<Known> last_;
  std::size_t most_states_;
  std::size_t states_left_;
};

}  // namespace interleave
