#include "app/cli/console.h"

#include <fmt/format.h>
#include <span>

#include "app/cli/output.h"

namespace interleave::cli {
namespace {

bool same(const OutputLine& a, const OutputLine& b) { return a.time == b.time && a.task == b.task && a.text == b.text; }

}  // namespace

std::string elapsed_line(const Timeline& timeline) {
  return fmt::format("Elapsed: {:.2f} s\n", seconds(timeline.horizon()));
}

std::string console_text(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) text += line.text + '\n';
  return text + elapsed_line(timeline);
}

WriteError LiveConsole::print_new(const Timeline& timeline) {
  const std::span<const OutputLine> lines = timeline.output();
  if (lines.size() == printed_.size()) return {};
  // A line may arrive late and stand before some that are printed already: so look for what is new from the end, until
  // as many lines stand before this one as were printed before it.
  std::vector<std::size_t> fresh;
  std::size_t known = printed_.size();
  for (std::size_t i = lines.size(); i > known; --i) {
    if (known > 0 && same(lines[i - 1], printed_[known - 1])) {
      --known;
    } else {
      fresh.push_back(i - 1);
    }
  }
  std::string text;
  for (auto i = fresh.rbegin(); i != fresh.rend(); ++i) text += lines[*i].text + '\n';
  printed_.resize(known);
  printed_.insert(printed_.end(), lines.begin() + static_cast<std::ptrdiff_t>(known), lines.end());
  return write_to_stdout(text);
}

}  // namespace interleave::cli
