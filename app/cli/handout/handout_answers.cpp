#include "app/cli/handout/handout_answers.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "app/cli/handout/figure_writer.h"
#include "app/cli/handout/handout_slides.h"
#include "app/cli/handout/html_text.h"
#include "core/lesson/notes.h"

namespace interleave::cli {
namespace {

constexpr int kAnswerHeading = 4;

// "C  5 s", without the letter where there was nothing to choose from.
std::string answer_words(const gui::AskedQuestion& asked, std::size_t position) {
  const std::string letter = offers_answers(asked) ? answer_letter(position) : "";
  const std::string words = html_words(asked.answers[position].words);
  return letter.empty() ? words : fmt::format("<span class=\"letter\">{}</span> {}", letter, words);
}

std::string html_notes(std::string_view notes) {
  std::string html;
  while (!notes.empty()) {
    const std::size_t end = std::min(notes.find('\n'), notes.size());
    if (!html.empty()) html += "<br/>\n";
    html += html_words(lesson::words_of_note(notes.substr(0, end)));
    notes.remove_prefix(std::min(end + 1, notes.size()));
  }
  return html;
}

std::string answers_to(const gui::AskedQuestion& asked) {
  std::string result = fmt::format("<p class=\"ask\">{}</p>\n<dl>\n", html_words(asked.words));
  for (std::size_t i = 0; i < asked.answers.size(); ++i) {
    const gui::OfferedAnswer& answer = asked.answers[i];
    result += answer.is_right ? fmt::format("<dt class=\"correct\">{} ✓</dt>\n", answer_words(asked, i))
                              : fmt::format("<dt>{}</dt>\n", answer_words(asked, i));
    if (!answer.explanation.empty()) result += fmt::format("<dd>{}</dd>\n", html_words(answer.explanation));
  }
  return result + "</dl>\n";
}

class SlideAnswers {
 public:
  SlideAnswers(const lesson::Slide& slide, const std::vector<gui::HandoutPart>& parts, std::size_t number,
               const PictureUri& picture)
      : slide_(slide), parts_(parts), number_(number), picture_(picture), figures_(fmt::format("answer{}", number)) {}

  // Empty where there is nothing to tell.
  std::string write() {
    std::string inside;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const gui::HandoutPart& part = parts_[i];
      if (part.text_waits) {
        inside += html_blocks(blocks_of(i), picture_, kAnswerHeading) + figures_.listing(part.figures);
      }
      if (part.question) inside += answers_to(*part.question);
      if (part.figures_wait) inside += figures_.all(part.figures);
    }
    if (!slide_.notes.empty()) {
      inside += fmt::format("<aside>\n<h4>Notes</h4>\n<p>{}</p>\n</aside>\n", html_notes(slide_.notes));
    }
    if (inside.empty()) return "";
    const std::string title = slide_.title.empty() ? "" : fmt::format("<h3>{}</h3>\n", html_text(slide_.title));
    return fmt::format("<section class=\"slide\">\n<p class=\"number\">{}</p>\n{}{}</section>\n", number_, title,
                       inside);
  }

 private:
  // Without the heading that stands above all of it.
  lesson::Blocks blocks_of(std::size_t part) const {
    lesson::Blocks blocks = slide_.builds[part].blocks;
    const bool has_title = part == 0 && !blocks.empty() && std::holds_alternative<lesson::Heading>(blocks[0].what);
    if (has_title) blocks.erase(blocks.begin());
    return blocks;
  }

  const lesson::Slide& slide_;
  const std::vector<gui::HandoutPart>& parts_;
  std::size_t number_;
  const PictureUri& picture_;
  FigureWriter figures_;
};

}  // namespace

std::string handout_answers(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture) {
  std::string inside;
  for (std::size_t i = 0; i < handout.slides.size(); ++i) {
    inside += SlideAnswers(lesson.slides[i], handout.slides[i], i + 1, picture).write();
  }
  return fmt::format("<section id=\"answers\">\n<h2>Answers</h2>\n{}</section>\n", inside);
}

}  // namespace interleave::cli
