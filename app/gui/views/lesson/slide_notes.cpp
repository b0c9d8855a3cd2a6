#include "app/gui/views/lesson/slide_notes.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "app/gui/model/lesson/lesson_timer.h"
#include "app/gui/views/widgets/rich_text.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/lesson/notes.h"

namespace interleave::gui {

namespace {

constexpr float kNotesMargin = 22;
constexpr float kNotesHeading = 26;
// Where so many are right, talking to each other helps most: fewer lack the idea, more have it.
constexpr int kLeastToDiscuss = 30;
constexpr int kMostToDiscuss = 70;

// "First count: A 3, B 12 (80 % right)."
std::string count_text(const AskedQuestion& asked, std::string_view which, const std::vector<int>& hands) {
  std::string text(which);
  for (std::size_t i = 0; i < hands.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? " " : ", ", static_cast<char>('A' + static_cast<char>(i)), hands[i]);
  }
  if (const auto right = percent_right(asked, hands)) text += fmt::format(" ({} % right)", *right);
  return text + ".";
}

// What was counted, and what to do next.
std::string hands_text(const AskedQuestion& asked) {
  const Hands& hands = asked.hands;
  if (hands.first.empty()) return "Hands: A to H add one, with Shift ten. PgDn without a count shows the solution.";
  std::string text = count_text(asked, "First count:", hands.first);
  const auto right = percent_right(asked, hands.first);
  if (hands.stage == Hands::Stage::first) {
    if (right && *right >= kLeastToDiscuss && *right <= kMostToDiscuss) text += " Let neighbours discuss it.";
    return text + " PgDn: count again.";
  }
  if (!hands.second.empty()) text += " " + count_text(asked, "Second count:", hands.second);
  if (hands.stage == Hands::Stage::second) return text + " PgDn: show both counts.";
  return asked.is_settled() ? text : text + " PgDn: the solution.";
}

void draw_lines(const Ui& ui, Rect box, std::string_view text) {
  while (!text.empty() && box.height() > 0) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    box.top += draw_words(ui, box, lesson::words_of_note(text.substr(0, end)), Style::body, ui.theme.text);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

void draw_notes(const Ui& ui, const LessonShow& show, Rect box) {
  ui.canvas.fill(box, ui.theme.bar);
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
  Rect inside = box.inset(ui.px(kNotesMargin), ui.px(8));
  const Rect top = inside.cut_top(ui.px(kNotesHeading));
  heading(ui, top, "NOTES");
  ui.canvas.text(top, timer_text(ui.state, show), Style::body, ui.theme.text, Align::right);
  std::string text = show.shown().notes.empty() ? "None for this slide." : show.shown().notes;
  const AskedQuestion* const asked = show.last_question();
  if (asked != nullptr && ui.state.presenting) text += "\n" + hands_text(*asked);
  for (const lesson::Finding& fault : show.faults) text += "\nWhat could not be shown: " + fault.message + ".";
  draw_lines(ui, inside, text);
}

}  // namespace interleave::gui
