#include "core/lesson/front_matter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "core/base/alternatives.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/lesson/lines.h"

namespace interleave::lesson {
namespace {

constexpr std::array<std::string_view, 5> kFrontKeys = {"title", "author", "locale", "minutes", "needs"};
constexpr std::string_view kFence = "---";
constexpr std::size_t kMostCharacters = 1000;  // of a value

// Quotes around all of it are not meant.
std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view text, Lesson& lesson, Findings& findings)
      : text_(text), lesson_(lesson), findings_(findings) {}

  std::optional<std::size_t> read();

 private:
  void read_line(const Line& line);
  void read_value(std::size_t key, std::string_view value, std::size_t offset);
  void read_minutes(std::string_view value, std::size_t offset);
  void read_needs(std::string_view value, std::size_t offset);
  void find(std::size_t offset, std::string message) { findings_.add(offset, std::move(message)); }

  std::string_view text_;
  Lesson& lesson_;
  Findings& findings_;
  std::array<bool, kFrontKeys.size()> seen_{};
};

std::optional<std::size_t> FrontMatterReader::read() {
  const Line first = line_at(text_, 0);
  if (first.trimmed() != kFence) {
    find(0, "a lesson begins with a line ---, a line such as title: The coffee shop, and a line ---");
    return 0;
  }
  bool behind_blank = false;
  bool has_slide = false;  // a heading, or a line that is no key, with a blank one above it
  for (Line line = line_at(text_, first.next); line.offset < text_.size(); line = line_at(text_, line.next)) {
    const std::string_view written = line.trimmed();
    if (written != kFence) {
      read_line(line);
      const bool is_of_slide = written.starts_with("# ") || written.find(':') == std::string_view::npos;
      has_slide = has_slide || (behind_blank && !written.empty() && is_of_slide);
      behind_blank = written.empty();
      continue;
    }
    if (has_slide && behind_blank && line_at(text_, line.next).trimmed().empty()) return std::nullopt;
    if (!seen_.front()) find(0, "the title is missing; write a line such as title: The coffee shop above the next ---");
    return line.next;
  }
  return std::nullopt;
}

void FrontMatterReader::read_line(const Line& line) {
  const std::string_view written = line.trimmed();
  if (written.empty() || written.front() == '#') return;
  const std::size_t colon = written.find(':');
  const std::size_t offset = line.offset_of(written);
  if (colon == std::string_view::npos) return find(offset, "a colon is missing here; write a line such as minutes: 14");
  const std::string_view key = without_blanks(written.substr(0, colon));
  const auto* const found = std::find(kFrontKeys.begin(), kFrontKeys.end(), key);
  if (found == kFrontKeys.end()) {
    const auto meant = nearest_name(key, kFrontKeys);
    return find(offset, fmt::format("unknown key {}; {}", in_quotes(key),
                                    meant ? fmt::format("did you mean {}?", *meant)
                                          : fmt::format("a lesson has {}", alternatives(kFrontKeys))));
  }
  const auto position = static_cast<std::size_t>(found - kFrontKeys.begin());
  if (seen_.at(position)) return find(offset, fmt::format("{} is said twice; leave one of them out", key));
  seen_.at(position) = true;
  const std::string_view value = without_blanks(written.substr(colon + 1));
  if (without_blanks(without_quotes(value)).empty())
    return find(offset, fmt::format("{} says nothing; write something behind the colon", key));
  read_value(position, value, line.offset_of(value));
}

void FrontMatterReader::read_value(std::size_t key, std::string_view value, std::size_t offset) {
  enum : std::size_t { kTitle, kAuthor, kLocale, kMinutes };
  if (has_control_characters(value)) {
    return find(offset, "there is a character here that cannot be seen; leave it out");
  }
  if (count_characters(value) > kMostCharacters) {
    return find(offset, fmt::format("{} has more than {} characters; write less", kFrontKeys.at(key), kMostCharacters));
  }
  if (key == kMinutes) return read_minutes(value, offset);
  if (key > kMinutes) return read_needs(value, offset);
  std::string& to = key == kTitle ? lesson_.title : key == kAuthor ? lesson_.author : lesson_.locale;
  to = without_blanks(without_quotes(value));
  const bool is_language = std::all_of(to.begin(), to.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_';
  });
  if (key == kLocale && !is_language) {
    find(offset, fmt::format("{} is no language; write en, or de-CH", in_quotes(value)));
  }
}

void FrontMatterReader::read_minutes(std::string_view value, std::size_t offset) {
  int minutes = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), minutes);
  const bool whole = read.ec == std::errc{} && read.ptr == value.data() + value.size();
  if (!whole || minutes < 1 || minutes > kMostMinutes) {
    return find(offset,
                fmt::format("{} are no minutes; write a whole number from 1 to {}", in_quotes(value), kMostMinutes));
  }
  lesson_.minutes = minutes;
}

void FrontMatterReader::read_needs(std::string_view value, std::size_t offset) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const std::string_view part = value.substr(at, comma - at);
    const std::string_view name = without_blanks(part);
    const std::size_t place = offset + at + (name.empty() ? 0 : static_cast<std::size_t>(name.data() - part.data()));
    const bool is_path = name.find_first_of("/\\") != std::string_view::npos || name.ends_with(".md");
    const bool is_there =
        std::any_of(lesson_.needs.begin(), lesson_.needs.end(), [&](const Written& need) { return need.text == name; });
    if (is_there) {
      find(place, fmt::format("{} is needed twice; leave one of them out", in_quotes(name)));
    } else if (name.empty() || is_path) {
      find(place,
           "lessons are named as their files, without .lesson.md, and a comma stands between two; such as "
           "start-here, calling");
    } else {
      lesson_.needs.push_back({std::string(name), place});
    }
    at = comma + 1;
  }
}

}  // namespace

std::optional<std::size_t> read_front_matter(std::string_view text, Lesson& lesson, Findings& findings) {
  Findings inside;
  const auto end = FrontMatterReader(text, lesson, inside).read();
  if (!end) {
    findings.add(0, "a line --- is missing that ends what stands above the first slide; write it below the title");
    return std::nullopt;
  }
  for (const Finding& finding : inside.all()) findings.add(finding.offset, finding.message);
  return end;
}

}  // namespace interleave::lesson
