#include "app/gui/model/keymap.h"

#include "app/gui/model/app_state.h"

namespace interleave::gui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kFastZoomStep = 2.0;
constexpr double kPanShare = 0.15;

std::optional<Command> for_menu_key(const AppState& state, const KeyPress& press) {
  if (state.menu == Menu::none) return std::nullopt;
  switch (press.key) {
    case Key::up:
      return command::MoveInMenu{-1};
    case Key::down:
      return command::MoveInMenu{+1};
    case Key::enter:
    case Key::space:
      return command::Activate{};
    default:
      return std::nullopt;
  }
}

std::optional<Command> for_key(const KeyPress& press) {
  const double zoom = press.shift ? kFastZoomStep : kZoomStep;
  switch (press.key) {
    case Key::position_w:
      return command::ZoomAtPointer{zoom};
    case Key::position_s:
      return command::ZoomAtPointer{1 / zoom};
    case Key::position_a:
      return command::PanByShare{-kPanShare};
    case Key::position_d:
      return command::PanByShare{+kPanShare};
    case Key::space:
      return command::TogglePause{};
    case Key::left:
      return command::StepEvent{Direction::previous};
    case Key::right:
      return command::StepEvent{Direction::next};
    case Key::home:
      return command::Fit{};
    case Key::enter:
      return command::Activate{};
    case Key::escape:
      return command::Escape{};
    case Key::tab:
      return command::FocusControl{press.shift ? Direction::previous : Direction::next};
    case Key::f5:
      return command::TogglePresentation{};
    case Key::f11:
      return command::ToggleFullScreen{};
    default:
      return std::nullopt;
  }
}

std::optional<Command> for_character(const AppState& state, char32_t character) {
  switch (character) {
    case U'1':
    case U'2':
    case U'3':
    case U'4':
      return command::SetMode{kModes[character - U'1']};
    case U'+':
    case U']':
      return command::ChangeMaxWorkers{+1};
    case U'-':
    case U'[':
      return command::ChangeMaxWorkers{-1};
    case U'0':
      return command::Fit{};
    case U'f':
    case U'F':
      return command::FocusSelected{};
    case U'.':
      return command::SelectNeighbour{Direction::next};
    case U',':
      return command::SelectNeighbour{Direction::previous};
    case U'c':
    case U'C':
      return command_of(state, Control::compare);
    case U'?':
      return command::OpenMenu{Menu::help};
    default:
      return std::nullopt;
  }
}

std::optional<Command> for_control(const KeyPress& press) {
  if (press.key == Key::home) return command::GoToStart{};
  if (press.key == Key::end) return command::GoToEnd{};
  switch (press.character) {
    case U'r':
      return command::Run{};
    case U'+':
    case U'=':
      return command::ChangeTextScale{+1};
    case U'-':
      return command::ChangeTextScale{-1};
    case U'0':
      return command::ChangeTextScale{0};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Command> command_for(const AppState& state, const KeyPress& press) {
  if (press.control) return for_control(press);
  if (const auto command = for_menu_key(state, press)) return command;
  return press.key != Key::none ? for_key(press) : for_character(state, press.character);
}

const std::vector<HelpLine>& help_lines() {
  static const std::vector<HelpLine> lines = {
      {"play or pause", "Space"},
      {"run again from the start", "Ctrl+R"},
      {"step to the next / previous event", "right / left arrow"},
      {"first / last moment", "Ctrl+Home / Ctrl+End"},
      {"move the playhead", "drag on the time axis"},
      {"zoom at the pointer", "wheel, W / S (Shift: faster)"},
      {"pan", "A / D, Shift+wheel, right drag, Shift+drag"},
      {"scroll the lanes", "wheel on their names, scroll bar"},
      {"fit the whole run", "double-click, 0, Home"},
      {"details of a bar; zoom on it", "click; F"},
      {"next / previous span of its lane", ". / ,"},
      {"mode 1 to 4; compare all", "1 2 3 4; C"},
      {"max_workers more / fewer", "+ / -  or  ] / ["},
      {"text larger, smaller, normal", "Ctrl + / - / 0"},
      {"present to a hall; full screen", "F5; F11"},
      {"reach a button; press it", "Tab; Enter"},
      {"close, clear the selection", "Esc"},
      {"this help", "?"},
  };
  return lines;
}

}  // namespace interleave::gui
