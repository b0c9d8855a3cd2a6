#include "app/gui/model/input/lesson_keys.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kLastSlide = 1'000'000;

std::optional<Command> letter_command(char32_t letter, bool asks) {
  if (letter == U'n') return command::ToggleNotes{};
  if (letter == U'b' || letter == U'.') return command::ToggleBlack{};
  const bool answers = asks && letter >= U'a' && letter <= U'h';
  if (!answers) return std::nullopt;
  return command::CommitAnswer{static_cast<std::size_t>(letter - U'a')};
}

}  // namespace

std::optional<Command> lesson_command_for(const KeyPress& press, bool asks) {
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
    case Key::none:
      // While it is asked, B is an answer.
      if (asks && press.character == U'b') return command::CommitAnswer{1};
      return letter_command(press.character, asks);
    default:
      return std::nullopt;
  }
}

}  // namespace interleave::gui
