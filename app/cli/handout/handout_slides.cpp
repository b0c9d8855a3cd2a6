#include "app/cli/handout/handout_slides.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/cli/handout/figure_writer.h"
#include "app/cli/handout/html_text.h"

namespace interleave::cli {
namespace {

constexpr int kSlideHeading = 2;

std::string choices(const gui::AskedQuestion& asked) {
  std::string result = "<ul class=\"choices\">\n";
  for (std::size_t i = 0; i < asked.answers.size(); ++i) {
    result += fmt::format(
        "<li><label><input type=\"checkbox\"/><span class=\"letter\">{}</span><span>{}</span></label></li>\n",
        answer_letter(i), html_words(asked.answers[i].words));
  }
  return result + "</ul>\n";
}

std::string question(const gui::AskedQuestion& asked) {
  const std::string answers = offers_answers(asked)
                                  ? choices(asked)
                                  : "<p><input class=\"line\" type=\"text\" aria-label=\"Your answer\"/></p>\n";
  return fmt::format("<div class=\"question\">\n<p class=\"ask\">{}</p>\n{}</div>\n", html_words(asked.words), answers);
}

// Whether a slide says or shows less than others see, and no question says why.
bool leaves_out(const std::vector<gui::HandoutPart>& parts) {
  const auto asks = [](const gui::HandoutPart& part) { return part.question.has_value(); };
  const auto waits = [](const gui::HandoutPart& part) {
    return part.text_waits || (part.figures_wait && !part.figures.subjects.empty());
  };
  return std::none_of(parts.begin(), parts.end(), asks) && std::any_of(parts.begin(), parts.end(), waits);
}

}  // namespace

std::string handout_slides(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture) {
  std::string result;
  for (std::size_t i = 0; i < handout.slides.size(); ++i) {
    FigureWriter figures(fmt::format("slide{}", i + 1));
    const lesson::Slide& slide = lesson.slides[i];
    const auto& parts = handout.slides[i];
    result += fmt::format("<section class=\"slide\">\n<p class=\"number\">{}</p>\n", i + 1);
    if (parts.front().text_waits && !slide.title.empty()) {
      result += fmt::format("<h{0}>{1}</h{0}>\n", kSlideHeading, html_text(slide.title));
    }
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (!parts[j].text_waits) {
        result += html_blocks(slide.builds[j].blocks, picture, kSlideHeading) + figures.listing(parts[j].figures);
      }
      if (!parts[j].figures_wait) result += figures.all(parts[j].figures);
      if (parts[j].question) result += question(*parts[j].question);
    }
    if (leaves_out(parts)) result += "<p class=\"later\">More of this comes with the answers.</p>\n";
    result += "</section>\n";
  }
  return result;
}

std::string answer_letter(std::size_t position) {
  constexpr std::size_t kLetters = 26;
  return position < kLetters ? std::string(1, static_cast<char>('A' + static_cast<char>(position))) : "";
}

bool offers_answers(const gui::AskedQuestion& asked) { return asked.answers.size() > 1; }

}  // namespace interleave::cli
