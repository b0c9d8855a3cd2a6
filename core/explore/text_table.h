#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace interleave {

// Texts by number, each once: in states they are told by that.
class TextTable {
 public:
  std::uint32_t number_of(const std::string& text) {
    const auto [found, is_new] = numbers_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(&found->first);
    return found->second;
  }
  const std::string& text(std::uint32_t number) const { return *texts_[number]; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> texts_;
};

// Lines of output behind each other by number: 0 is none.
class OutputTable {
 public:
  // What there was, and one line more.
  std::uint32_t longer(std::uint32_t output, const std::string& line) {
    const std::pair key(output, lines_.number_of(line));
    const auto [found, is_new] = numbers_.emplace(key, static_cast<std::uint32_t>(outputs_.size() + 1));
    if (is_new) outputs_.push_back(key);
    return found->second;
  }
  std::vector<std::string> lines(std::uint32_t output) const {
    std::vector<std::string> lines;
    for (; output != 0; output = outputs_[output - 1].first) {
      lines.insert(lines.begin(), lines_.text(outputs_[output - 1].second));
    }
    return lines;
  }

 private:
  TextTable lines_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> outputs_;  // the one before, and the line
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
};

}  // namespace interleave
