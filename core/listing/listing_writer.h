#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/language.h"
#include "core/listing/listing.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Writes a listing line by line, each at the indentation that has been reached.
class ListingWriter {
 public:
  ListingWriter(Language language, std::size_t indent_width) : language_(language), indent_width_(indent_width) {}

  void line(std::string_view text) { add(text); }
  void step_line(const Step& step, std::string_view text) { add(text).step = step.id; }
  void task_line(TaskId task, std::string_view text) { add(text).task = task; }
  // Where a step starts a task.
  void start_line(const Step& step, TaskId task, std::string_view text) {
    ListingLine& line = add(text);
    line.step = step.id;
    line.task = task;
  }
  // Where the main program waits until the task is due, the first of those that it submits then.
  void arrival_line(TaskId first, std::string_view text) { add(text).arrival = first; }
  // Where the main program waits for its tasks.
  void wait_line(std::string_view text) {
    wait_line_ = lines_.size();
    add(text);
  }
  void support_line(std::string_view text) { add(text).role = LineRole::support; }
  // Several lines, each with its line break.
  void support(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      support_line(text.substr(0, end));
      text.remove_prefix(end + 1);
    }
  }

  void indent() { ++depth_; }
  void outdent() { --depth_; }

  Listing finish() && { return {language_, std::move(lines_), wait_line_}; }

 private:
  ListingLine& add(std::string_view text) {
    ListingLine& line = lines_.emplace_back();
    if (!text.empty()) line.text.assign(depth_ * indent_width_, ' ').append(text);
    return line;
  }

  Language language_;
  std::size_t indent_width_;
  std::size_t depth_ = 0;
  std::vector<ListingLine> lines_;
  std::optional<std::size_t> wait_line_;
};

}  // namespace interleave
