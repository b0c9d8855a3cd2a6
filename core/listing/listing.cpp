#include "core/listing/listing.h"

#include <utility>

namespace interleave {
namespace {

void note(std::vector<std::size_t>& lines, std::size_t id, std::size_t line) {
  if (lines.size() <= id) lines.resize(id + 1);
  lines[id] = line;
}

}  // namespace

Listing::Listing(Language language, std::vector<ListingLine> lines, std::optional<std::size_t> wait_line)
    : language_(language), lines_(std::move(lines)), wait_line_(wait_line) {
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    if (lines_[at].step != StepId::none) note(step_lines_, index(lines_[at].step), at);
    if (lines_[at].task != TaskId::none) note(task_lines_, index(lines_[at].task), at);
    if (lines_[at].arrival != TaskId::none) arrival_lines_.push_back(at);
  }
}

std::string Listing::text() const {
  std::string text;
  for (const ListingLine& line : lines_) text.append(line.text).append(1, '\n');
  return text;
}

}  // namespace interleave
