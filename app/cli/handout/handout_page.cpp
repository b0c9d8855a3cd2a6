#include "app/cli/handout/handout_page.h"

#include <fmt/format.h>

#include "app/cli/handout/handout_answers.h"
#include "app/cli/handout/handout_slides.h"
#include "app/cli/handout/handout_style.h"
#include "app/cli/handout/html_text.h"
#include "core/looks/wording.h"

namespace interleave::cli {
namespace {

// "A. Teacher, 8 minutes, 7 slides", and what should be known before.
std::string about(const lesson::Lesson& lesson) {
  std::string text = lesson.author.empty() ? "" : lesson.author + ", ";
  text += fmt::format("{}{}, {}", lesson.minutes ? "" : "about ",
                      counted(static_cast<std::size_t>(minutes_of(lesson)), "minute"),
                      counted(lesson.slides.size(), "slide"));
  std::string needs;
  for (const lesson::Written& need : lesson.needs) needs += (needs.empty() ? "" : ", ") + need.text;
  return needs.empty() ? text : fmt::format("{}; before it: {}", text, needs);
}

std::string head_of(const lesson::Lesson& lesson) {
  const std::string locale = lesson.locale.empty() ? "" : fmt::format(" lang=\"{}\"", html_text(lesson.locale));
  return fmt::format(
      "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"{}>\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{}</title>\n"
      "<style>\n{}</style>\n</head>\n",
      locale, html_text(lesson.title), handout_style());
}

}  // namespace

std::string handout_page(const lesson::Lesson& lesson, const gui::Handout& handout, const PictureUri& picture,
                         HandoutCopy copy) {
  std::string page = head_of(lesson);
  page += fmt::format("<body>\n<header>\n<h1>{}</h1>\n<p class=\"about\">{}</p>\n</header>\n<main>\n",
                      html_text(lesson.title), html_text(about(lesson)));
  page += handout_slides(lesson, handout, picture);
  if (copy == HandoutCopy::teacher) page += handout_answers(lesson, handout, picture);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace interleave::cli
