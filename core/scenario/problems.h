#pragma once

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "core/scenario/limits.h"

namespace interleave {

// Something wrong with a scenario's text, at a byte of it.
struct Problem {
  std::size_t offset = 0;
  std::string message;
};

// What is wrong with a text, in order of position: the first kMostDiagnostics of all that was reported, whatever the
// order of the reports. A text that is wrong in a million places costs no more than one that is wrong in twenty.
class Problems {
 public:
  bool empty() const { return problems_.empty(); }
  const std::vector<Problem>& in_order() const { return problems_; }

  // Whether a problem there would be kept; ask before looking for words that cost time to find.
  bool wants(std::size_t offset) const {
    return problems_.size() < kMostDiagnostics || offset < problems_.back().offset;
  }

  template <class... Arguments>
  void add(std::size_t offset, fmt::format_string<Arguments...> message, Arguments&&... arguments) {
    if (!wants(offset)) return;
    const auto place = std::upper_bound(problems_.begin(), problems_.end(), offset,
                                        [](std::size_t at, const Problem& other) { return at < other.offset; });
    problems_.insert(place, {offset, fmt::format(message, std::forward<Arguments>(arguments)...)});
    if (problems_.size() > kMostDiagnostics) problems_.pop_back();
  }

 private:
  std::vector<Problem> problems_;
};

}  // namespace interleave
