#include "app/gui/model/input/lesson_keys.h"

#include <string>

namespace interleave::gui {

namespace {

constexpr std::size_t kLastSlide = 1'000'000;
constexpr int kManyHands = 10;

// A number: of an answer, where one is asked for, or of a slide.
std::optional<Command> number_command(const KeyPress& press, LessonKeys lesson) {
  const char32_t typed = press.character;
  const bool is_digit = typed >= U'0' && typed <= U'9';
  const bool begins = is_digit || (typed == U'-' && lesson.asks);
  const bool goes_on = lesson.has_typed && (typed == U'.' || typed == U',');
  if ((begins || goes_on) && (lesson.in_hall || lesson.asks)) return command::TypeInLesson{{static_cast<char>(typed)}};
  return std::nullopt;
}

std::optional<Command> letter_command(const KeyPress& press, LessonKeys lesson) {
  const bool is_capital = press.character >= U'A' && press.character <= U'Z';
  const char32_t letter = is_capital ? press.character - U'A' + U'a' : press.character;
  if (lesson.asks && letter >= U'a' && letter <= U'h') {  // B too: while it is asked it is an answer
    const auto position = static_cast<std::size_t>(letter - U'a');
    if (lesson.in_hall) return command::CountHands{position, press.shift ? kManyHands : 1};
    return command::CommitAnswer{position};
  }
  if (letter == U'n') return command::ToggleNotes{};
  if (letter == U'v') return command::ToggleWorkbench{};
  if (letter == U'o') return command::ToggleOverview{};
  if (letter == U'b' || letter == U'.') return command::ToggleBlack{};
  return std::nullopt;
}

}  // namespace

std::optional<Command> lesson_command_for(const KeyPress& press, LessonKeys lesson) {
  if (press.control || press.alt) return std::nullopt;
  switch (press.key) {
    case Key::page_down:
      if (press.shift) return command::MoveSlides{+1};
      return command::NextBuild{};
    case Key::page_up:
      if (press.shift) return command::MoveSlides{-1};
      return command::PreviousBuild{};
    case Key::home:
      return command::GoToSlide{1};
    case Key::end:
      return command::GoToSlide{kLastSlide};
    case Key::enter:
      if (lesson.has_typed || (lesson.asks && !lesson.in_hall && !lesson.has_focus)) return command::EnterInLesson{};
      return std::nullopt;
    case Key::backspace:
      if (lesson.has_typed) return command::EraseInLesson{};
      return std::nullopt;
    case Key::none:
    case Key::position_w:  // keys that stand elsewhere for their place, too, are here what they type
    case Key::position_a:
    case Key::position_s:
    case Key::position_d:
      if (auto number = number_command(press, lesson)) return number;
      return letter_command(press, lesson);
    default:
      return std::nullopt;
  }
}

}  // namespace interleave::gui
