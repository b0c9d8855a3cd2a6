#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace interleave::lesson {

// Something wrong with a lesson's text, at a byte of it.
struct Finding {
  std::size_t offset = 0;
  std::string message;  // what is wrong, and what to write instead

  friend bool operator==(const Finding&, const Finding&) = default;
};

// The first of them in the order in which they were found: who reads a file that is wrong everywhere has enough.
inline constexpr std::size_t kMostFindings = 200;

// What is told twice in a row of one place is told once.
class Findings {
 public:
  void add(std::size_t offset, std::string message) {
    Finding finding{offset, std::move(message)};
    if (found_.size() < kMostFindings && (found_.empty() || found_.back() != finding))
      found_.push_back(std::move(finding));
  }
  const std::vector<Finding>& all() const { return found_; }
  bool empty() const { return found_.empty(); }

 private:
  std::vector<Finding> found_;
};

}  // namespace interleave::lesson
