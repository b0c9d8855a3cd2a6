#include "core/lesson/lesson_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>

#include "core/base/file_text.h"
#include "core/base/nearest.h"
#include "core/base/source_text.h"
#include "core/base/utf8.h"
#include "core/lesson/fence.h"
#include "core/lesson/front_matter.h"
#include "core/lesson/lines.h"
#include "core/lesson/markdown.h"
#include "core/lesson/marked_line.h"
#include "core/lesson/own_fence.h"
#include "core/lesson/prediction_reader.h"

namespace interleave::lesson {
namespace {

constexpr std::string_view kSeparator = "---";
constexpr std::string_view kCommentBegin = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kPause = "pause";
constexpr std::string_view kNotes = "notes:";

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(kBlanks)); }

// Which comment of the lesson's own one was probably meant to be that is none.
std::optional<std::string_view> meant_comment(std::string_view inside) {
  static constexpr std::array kNotesAlone = {kNotes.substr(0, kNotes.size() - 1)};
  const std::string_view word = first_word(inside);
  const std::size_t distance = word.size() > kLongestComparedName ? word.size() : edit_distance(word, kPause);
  if (distance == 0 || (distance == 1 && word == inside)) return "<!-- pause -->";
  const std::size_t colon = inside.find(':');
  if (inside == kNotesAlone.front() || inside == "note") return "<!-- notes: … -->";
  const bool is_notes =
      colon != std::string_view::npos && nearest_name(without_blanks(inside.substr(0, colon)), kNotesAlone);
  return is_notes ? std::optional<std::string_view>("<!-- notes: … -->") : std::nullopt;
}

// The fence that begins in a quote or an item of a list, on the line of its mark.
std::optional<Fence> fence_within(const Line& line) {
  for (std::string_view text = behind_mark(line.text); !text.empty(); text = behind_mark(text)) {
    if (const auto fence = fence_of({text, line.offset_of(text), line.next})) return fence;
  }
  return std::nullopt;
}

class LessonReader {
 public:
  explicit LessonReader(std::string_view text) : text_(text), plain_(text) {}

  ReadLesson read();

 private:
  void read_slides(std::size_t begin);
  void read_fence(const Line& line, const Fence& fence);
  void skip_fence_within(const Line& line, const Fence& fence);
  void read_own_fence(const Line& line, const Fence& fence, std::size_t begin, std::size_t end);
  void read_commands(std::size_t begin, std::size_t end);
  void read_comment(const Line& line, std::size_t begin);
  void read_separator(const Line& line);
  std::optional<Line> last_line_of(const Fence& fence, std::size_t begin) const;
  void blank(std::size_t begin, std::size_t end);
  void begin_slide(std::size_t at);
  void begin_build(std::size_t at);
  void end_build(std::size_t at);
  void end_slide(std::size_t at);
  Slide& slide() { return lesson_.slides.back(); }
  Build& build() { return slide().builds.back(); }
  void find(std::size_t offset, std::string message) { findings_.add(offset, std::move(message)); }

  std::string_view text_;
  std::string plain_;  // the same without what is no Markdown: that is blank
  Lesson lesson_;
  Findings findings_;
  std::size_t at_ = 0;
  bool behind_blank_ = true;  // the line before this one is blank
  bool asks_ = false;         // the slide has a prediction
  bool is_too_long_ = false;  // the slide has a part that is not read
  bool is_cut_ = false;       // what follows cannot be told apart from a fence that does not end
};

ReadLesson LessonReader::read() {
  if (const auto begin = read_front_matter(text_, lesson_, findings_)) read_slides(*begin);
  std::vector<Finding> findings = findings_.all();
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& one, const Finding& other) { return one.offset < other.offset; });
  lesson_.text = text_;
  return {std::move(lesson_), std::move(findings)};
}

void LessonReader::read_slides(std::size_t begin) {
  at_ = begin;
  begin_slide(at_);
  while (at_ < text_.size() && lesson_.slides.size() <= kMostSlides) {
    const Line line = line_at(text_, at_);
    at_ = line.next;
    const std::string_view written = line.trimmed();
    if (const auto fence = fence_of(line)) {
      read_fence(line, *fence);
    } else if (const auto inner = fence_within(line)) {
      skip_fence_within(line, *inner);
    } else if (written.starts_with(kCommentBegin)) {
      read_comment(line, line.offset_of(written));
    } else if (written.size() >= kSeparator.size() && written.find_first_not_of('-') == std::string_view::npos) {
      read_separator(line);
    }
    behind_blank_ = written.empty();
  }
  if (lesson_.slides.size() > kMostSlides) {
    find(slide().begin, fmt::format("a lesson has at most {} slides; make two of it", kMostSlides));
  }
  end_slide(at_);
}

void LessonReader::begin_slide(std::size_t at) {
  lesson_.slides.push_back({});
  slide().begin = at;
  asks_ = is_too_long_ = false;
  begin_build(at);
}

void LessonReader::begin_build(std::size_t at) {
  if (slide().builds.size() == kMostParts) {
    find(at, fmt::format("a slide has at most {} parts; make several slides of it", kMostParts));
  }
  slide().builds.push_back({});
  build().begin = at;
}

void LessonReader::end_build(std::size_t at) {
  build().end = at;
  if (at - build().begin > kMostPartBytes) {
    is_too_long_ = true;
    find(build().begin, fmt::format("this part of the slide has more than {} KiB of text; make several slides of it",
                                    kMostPartBytes >> 10U));
  } else {
    build().blocks = read_blocks(plain_, build().begin, at, findings_);
  }
  for (const Block& block : build().blocks) {
    const auto* const heading = std::get_if<Heading>(&block.what);
    if (heading != nullptr && slide().title.empty()) slide().title = plain_text(heading->words);
  }
}

void LessonReader::end_slide(std::size_t at) {
  end_build(at);
  slide().end = at;
  const auto is_empty = [](const Build& one) {
    return one.blocks.empty() && one.commands.empty() && !one.scenario && !one.prediction;
  };
  while (slide().builds.size() > 1 && is_empty(build())) slide().builds.pop_back();
  if (slide().builds.size() > 1 || !is_empty(build()) || is_cut_ || is_too_long_) return;
  const bool is_alone = lesson_.slides.size() == 1;
  find(slide().begin, is_alone ? "the lesson has no slide; write # and a heading below the line ---"
                               : "there is nothing on this slide; write something, or leave out a ---");
}

// So that the Markdown goes on as if it were not there, with all its bytes at their places.
void LessonReader::blank(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (plain_[at] != '\n' && plain_[at] != '\r') plain_[at] = ' ';
  }
}

void LessonReader::read_separator(const Line& line) {
  const bool before_blank = line_at(text_, line.next).trimmed().empty();
  if (line.trimmed() != kSeparator || !behind_blank_ || !before_blank) {
    blank(line.offset, line.next);
    return find(line.offset,
                behind_blank_ ? "a new slide begins with a line of three ---, with a blank line below it"
                              : "a new slide begins with ---, with a blank line above and below it; a heading with ##");
  }
  blank(line.offset, line.next);
  end_slide(line.offset);
  begin_slide(line.next);
}

void LessonReader::read_comment(const Line& line, std::size_t begin) {
  std::size_t end = text_.find(kCommentEnd, begin + kCommentBegin.size());
  if (end == std::string_view::npos) {
    find(begin, "this comment does not end; write --> where it does");
    blank(begin, text_.size());
    at_ = text_.size();
    return;
  }
  const std::string_view all = text_.substr(begin + kCommentBegin.size(), end - begin - kCommentBegin.size());
  if (all.find(kCommentBegin) != std::string_view::npos) {
    // All that stands between the two would be lost with it.
    find(begin, "this comment does not end before another one begins; write --> where it does");
    blank(begin, line.next);
    at_ = line.next;
    return;
  }
  const std::string_view inside = without_blanks(all);
  end += kCommentEnd.size();
  const Line last = line_at(text_, end);
  blank(begin, end);
  at_ = last.next;
  if (!last.trimmed().empty()) find(last.offset_of(last.trimmed()), "a comment ends its line; go on in the next one");
  const auto meant = inside == kPause || inside.starts_with(kNotes) ? std::nullopt : meant_comment(inside);
  if (meant) find(begin, fmt::format("this comment says nothing; did you mean {}?", *meant));
  if (inside == kPause) {
    end_build(line.offset);
    begin_build(last.next);
  } else if (inside.starts_with(kNotes)) {
    std::string& notes = slide().notes;
    if (!notes.empty()) notes += '\n';
    notes += without_blanks(inside.substr(kNotes.size()));
  }
}

// The line that ends the fence; none where it does not end. One of the lesson's own fences does not reach into another
// slide, and none holds one of those.
std::optional<Line> LessonReader::last_line_of(const Fence& fence, std::size_t begin) const {
  for (std::size_t at = begin; at < text_.size();) {
    const Line line = line_at(text_, at);
    if (fence.is_ended_by(line)) return line;
    const auto inner = fence_of(line);
    const bool begins_another =
        inner && inner->mark == fence.mark && inner->length >= fence.length && is_own_fence(inner->info);
    if (begins_another || (is_own_fence(fence.info) && line.text == kSeparator)) return std::nullopt;
    at = line.next;
  }
  return std::nullopt;
}

void LessonReader::read_fence(const Line& line, const Fence& fence) {
  const std::size_t offset = line.offset + fence.indent;
  const auto last = last_line_of(fence, line.next);
  if (!last) {
    find(offset,
         fmt::format("this fence does not end; write a line {} below it", std::string(fence.length, fence.mark)));
    blank(line.offset, text_.size());
    at_ = text_.size();
    is_cut_ = true;
    return;
  }
  at_ = last->next;
  if (!is_own_fence(fence.info)) return;
  blank(line.offset, at_);
  if (fence.indent > 0)
    return find(offset, "this fence stands at the beginning of its line; leave out what is before it");
  read_own_fence(line, fence, line.next, last->offset);
}

// Its lines are code, up to its end or that of the quote or the item.
void LessonReader::skip_fence_within(const Line& first, const Fence& fence) {
  const bool is_quote = first.trimmed().starts_with('>');
  const auto column = static_cast<std::size_t>(behind_mark(first.text).data() - first.text.data());
  while (at_ < text_.size()) {
    const Line line = line_at(text_, at_);
    const std::string_view written = line.trimmed();
    const bool is_inside =
        is_quote ? written.starts_with('>') : written.empty() || line.offset_of(written) >= line.offset + column;
    if (!is_inside) return;
    at_ = line.next;
    const std::size_t inside = std::min(line.text.find_first_not_of("> \t"), line.text.size());
    if (fence.is_ended_by({line.text.substr(inside), line.offset + inside, line.next})) return;
  }
}

void LessonReader::read_own_fence(const Line& line, const Fence& fence, std::size_t begin, std::size_t end) {
  if (fence.info == kCommandsFence) return read_commands(begin, end);
  if (is_scenario_fence(fence.info)) {
    if (build().scenario) find(line.offset, "there is a scenario here already; write <!-- pause --> above the second");
    build().scenario = Written{std::string(text_.substr(begin, end - begin)), begin};
    return;
  }
  Prediction prediction = read_prediction(text_, begin, end, line.offset, findings_);
  if (asks_) return find(line.offset, "this slide asks for a prediction already; write --- above the second");
  asks_ = true;
  build().prediction = std::move(prediction);
  end_build(at_);
  begin_build(at_);
}

void LessonReader::read_commands(std::size_t begin, std::size_t end) {
  for (Line line = line_at(text_, begin); line.offset < end; line = line_at(text_, line.next)) {
    const std::string_view written = line.trimmed();
    if (written.empty() || written.front() == '#') continue;
    if (build().commands.size() == kMostCommands) {
      return find(line.offset_of(written),
                  fmt::format("a part of a slide has at most {} commands; leave some out, or write <!-- pause --> "
                              "between them",
                              kMostCommands));
    }
    build().commands.push_back({std::string(written), line.offset_of(written)});
  }
}

}  // namespace

ReadLesson read_lesson(std::string_view file) {
  if (file.size() > kMostLessonBytes) {
    return {{},
            {{0, fmt::format("the file has more than {} MiB ({} bytes); make several lessons of it",
                             kMostLessonBytes >> 20U, file.size())}}};
  }
  const std::string_view text = without_byte_order_mark(file);
  auto bad = bad_byte(text);
  if (!bad) bad = lone_return(text);
  if (bad) {
    Lesson lesson;
    lesson.text = text;
    return {std::move(lesson), {{bad->offset, std::move(bad->message)}}};
  }
  return LessonReader(text).read();
}

Diagnostics diagnostics_of(const Lesson& lesson, const std::vector<Finding>& findings, std::string_view file) {
  const SourceText source(lesson.text);
  Diagnostics diagnostics;
  for (const Finding& finding : findings)
    diagnostics.push_back(source.diagnostic(file, finding.offset, finding.message));
  return diagnostics;
}

}  // namespace interleave::lesson
