#include "app/gui/model/files/kept_work.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace interleave::gui {

namespace {

// One line, or all that is left of the text.
std::string_view cut_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

template <class Number>
bool cut_number(std::string_view& line, Number& number) {
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  if (read.ec != std::errc()) return false;
  line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return true;
}

}  // namespace

std::string to_text(const KeptWork& work) {
  return fmt::format("{}\n{}\n{} {} {} {}\n{}{}", work.path, work.time, work.stamp.changed, work.stamp.size,
                     work.stamp.exists ? 1 : 0, work.text.size(), work.text, work.typed);
}

std::optional<KeptWork> parse_kept(std::string_view text) {
  KeptWork work;
  work.path = cut_line(text);
  work.time = cut_line(text);
  std::string_view numbers = cut_line(text);
  int exists = 0;
  std::size_t size = 0;
  const bool read = cut_number(numbers, work.stamp.changed) && cut_number(numbers, work.stamp.size) &&
                    cut_number(numbers, exists) && cut_number(numbers, size);
  if (!read || size > text.size()) return std::nullopt;
  work.stamp.exists = exists != 0;
  work.text = text.substr(0, size);
  work.typed = text.substr(size);
  return work;
}

}  // namespace interleave::gui
