#include "app/gui/model/keymap.h"

#include "app/gui/model/app_state.h"
#include "app/gui/model/editing.h"
#include "app/gui/model/text_keys.h"

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

// With the cell of a task selected, the keys that move and act there.
std::optional<Command> for_table_key(const AppState& state, const KeyPress& press) {
  if (state.focused != Control::task_table || !state.panel.selected) return std::nullopt;
  switch (press.key) {
    case Key::up:
      if (press.alt) return command::MoveTask{Way::up};
      return command::MoveInTable{0, -1};
    case Key::down:
      if (press.alt) return command::MoveTask{Way::down};
      return command::MoveInTable{0, +1};
    case Key::left:
      return command::MoveInTable{-1, 0};
    case Key::right:
      return command::MoveInTable{+1, 0};
    case Key::enter:
    case Key::f2:
      return command::EditSelectedCell{};
    case Key::insert:
      return command::AddTask{};
    case Key::remove:
      return command::DeleteTask{};
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
    case U'z':
      if (press.shift) return command::Redo{};
      return command::Undo{};
    case U'y':
      return command::Redo{};
    case U'd':
      return command::DuplicateTask{};
    case U'o':
      return command::OpenDialog{FilePurpose::open};
    case U's':
      if (press.shift) return command::OpenDialog{FilePurpose::save};
      return command::Save{};
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
  if (active_text(state) != nullptr) {
    // What types or edits goes to the text; of the rest, only what is no letter of it acts.
    if (const auto meant = text_press_of(press)) return command::PressInText{*meant};
    if (!press.control && press.key != Key::f11) return std::nullopt;
  }
  if (press.control) return for_control(press);
  if (state.menu == Menu::none) {
    if (const auto command = for_table_key(state, press)) return command;
  }
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
      {"change a cell of the table", "double-click, Enter"},
      {"change how long a step takes", "drag the selected bar's end"},
      {"add / delete / duplicate a task", "Insert / Delete / Ctrl+D"},
      {"move a task up / down", "Alt+up / Alt+down"},
      {"undo / redo an edit", "Ctrl+Z / Ctrl+Shift+Z"},
      {"open / save / save as", "Ctrl+O / Ctrl+S / Ctrl+Shift+S"},
      {"reach a button; press it", "Tab; Enter"},
      {"close, clear the selection", "Esc"},
      {"this help", "?"},
  };
  return lines;
}

}  // namespace interleave::gui
