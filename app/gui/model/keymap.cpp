#include "app/gui/model/keymap.h"

#include "app/gui/model/app_state.h"
#include "app/gui/model/editing.h"
#include "app/gui/model/text_keys.h"

namespace interleave::gui {

namespace {

constexpr double kKeyZoomStep = 1.25;
constexpr double kFastZoomStep = 2.0;
constexpr double kPanShare = 0.15;
constexpr double kFastPanShare = 0.6;
constexpr float kConsolePage = 10;  // lines
constexpr float kSizeStep = 0.05F;
constexpr float kCodePage = 10;  // rows

// While text is being typed, no key acts but those that end it, and those that act on the whole window.
std::optional<Command> for_typing(const AppState& state, const KeyPress& press) {
  switch (press.key) {
    case Key::enter:
      if (state.marks.edit) return command::EndTyping{};
      return command::GoToMatch{press.shift ? Direction::previous : Direction::next};
    case Key::escape:
      return command::Escape{};
    case Key::tab:
      return command::FocusControl{press.shift ? Direction::previous : Direction::next};
    case Key::backspace:
      return command::EraseCharacter{};
    case Key::f11:
      return command::ToggleFullScreen{};
    default:
      break;
  }
  if (press.control || press.character == 0) return std::nullopt;
  return command::Type{press.character};
}

Language other(Language language) { return language == Language::python ? Language::cpp : Language::python; }

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
  const double zoom = press.shift ? kFastZoomStep : kKeyZoomStep;
  const double pan = press.shift ? kFastPanShare : kPanShare;
  switch (press.key) {
    case Key::position_w:
      return command::ZoomAtPointer{zoom};
    case Key::position_s:
      return command::ZoomAtPointer{1 / zoom};
    case Key::position_a:
      return command::PanByShare{-pan};
    case Key::position_d:
      return command::PanByShare{+pan};
    case Key::space:
      return command::TogglePause{};
    case Key::left:
      if (press.shift) return command::ExtendRange{Direction::previous};
      return command::StepEvent{Direction::previous};
    case Key::right:
      if (press.shift) return command::ExtendRange{Direction::next};
      return command::StepEvent{Direction::next};
    case Key::up:
      return command::SelectLane{Direction::previous};
    case Key::down:
      return command::SelectLane{Direction::next};
    case Key::page_up:
      if (press.shift) return command::ScrollCodeBy{-kCodePage};
      return command::ScrollConsoleBy{+kConsolePage};
    case Key::page_down:
      if (press.shift) return command::ScrollCodeBy{+kCodePage};
      return command::ScrollConsoleBy{-kConsolePage};
    case Key::remove:
      return command::DeleteMark{};
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
    case U'r':
    case U'R':
      return command::SelectRangeHere{};
    case U'/':
      return command::OpenSearch{};
    case U'n':
      return command::GoToMatch{Direction::next};
    case U'N':
      return command::GoToMatch{Direction::previous};
    case U'm':
    case U'M':
      return command::EditMark{};
    case U'l':
    case U'L':
      return command::SetLanguage{other(state.code.language)};
    case U'?':
      return command::OpenMenu{Menu::help};
    default:
      return std::nullopt;
  }
}

std::optional<Command> for_sizes(Key key) {
  if (key == Key::left) return command::ResizePanelsBy{PanelGroup::side, -kSizeStep};
  if (key == Key::right) return command::ResizePanelsBy{PanelGroup::side, +kSizeStep};
  if (key == Key::up) return command::ResizePanelsBy{PanelGroup::code, +kSizeStep};
  if (key == Key::down) return command::ResizePanelsBy{PanelGroup::code, -kSizeStep};
  return std::nullopt;
}

std::optional<Command> for_control(const AppState& state, const KeyPress& press) {
  if (press.key == Key::home) return command::GoToStart{};
  if (press.key == Key::end) return command::GoToEnd{};
  if (press.shift && press.key != Key::none) return for_sizes(press.key);
  if (press.key == Key::left) return command::GoToMark{Direction::previous};
  if (press.key == Key::right) return command::GoToMark{Direction::next};
  if (press.key == Key::up) return command::ResizePanelsBy{PanelGroup::bottom, +kSizeStep};
  if (press.key == Key::down) return command::ResizePanelsBy{PanelGroup::bottom, -kSizeStep};
  switch (press.character) {
    case U'r':
      if (press.shift) return command::OpenDialog{FilePurpose::save_run};
      return command::Run{};
    case U'b':
      return command::TogglePanels{PanelGroup::side};
    case U'j':
      return command::TogglePanels{PanelGroup::bottom};
    case U'z':
      if (press.shift) return command::Redo{};
      return command::Undo{};
    case U'y':
      return command::Redo{};
    case U'd':
      return command::DuplicateTask{};
    case U'e':
      if (state.panel.tab == PanelTab::file) return command::ShowTab{PanelTab::tasks};
      return command::FocusFileText{};
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
  if (active_text(state) != nullptr && (state.dialog || !typing(state))) {
    // What types or edits goes to the text; of the rest, only what is no letter of it acts.
    if (const auto meant = text_press_of(press)) return command::PressInText{*meant};
    if (!press.control && press.key != Key::f11) return std::nullopt;
  } else if (typing(state)) {
    if (const auto command = for_typing(state, press)) return command;
    const auto command = press.control ? for_control(state, press) : std::nullopt;
    const bool only_text_size = command && command->as<command::ChangeTextScale>() != nullptr;
    return only_text_size ? command : std::nullopt;
  }
  if (press.control) return for_control(state, press);
  if (state.menu == Menu::none) {
    if (const auto command = for_table_key(state, press)) return command;
  }
  if (const auto command = for_menu_key(state, press)) return command;
  return press.key != Key::none ? for_key(press) : for_character(state, press.character);
}

const std::vector<HelpLine>& help_lines() {
  static const std::vector<HelpLine> lines = {
      {"play or pause", "Space", "The run"},
      {"run again from the start", "Ctrl+R"},
      {"next / previous event", "right / left arrow"},
      {"first / last moment", "Ctrl+Home / Ctrl+End"},
      {"mode 1 to 4; compare all", "1 2 3 4; C"},
      {"max_workers more / fewer", "+ / -  or  ] / ["},
      {"zoom at the pointer", "wheel, W / S (Shift: faster)", "The view"},
      {"pan", "A / D, Shift+wheel, right drag, Shift+drag"},
      {"go anywhere in the run", "drag on the strip above the axis"},
      {"show the whole run", "double-click, 0, Home"},
      {"zoom to what is selected", "F, Enter"},
      {"scroll the lanes", "wheel on their names, scroll bar"},
      {"move the playhead", "drag on the time axis", "Look closely"},
      {"details of a bar", "click"},
      {"next / previous span of its lane", ". / ,"},
      {"lane below / above", "down / up arrow"},
      {"measure a stretch of time", "drag across the bars"},
      {"the same by events", "Shift+arrow, R"},
      {"clear the selection, close", "Esc"},
      {"search tasks, steps, output", "/", "Find and mark"},
      {"next / previous match", "Enter / Shift+Enter, n / N"},
      {"mark the moment, name it", "M"},
      {"next / previous mark", "Ctrl+right / Ctrl+left"},
      {"delete the mark at the playhead", "Delete"},
      {"reach a button; press it", "Tab; Enter", "The window"},
      {"code: Python or C++; scroll it", "L; Shift+PgUp / PgDn"},
      {"text larger, smaller, normal", "Ctrl + / - / 0"},
      {"present to a hall; full screen", "F5; F11"},
      {"console back / on", "PgUp / PgDn"},
      {"lower panels higher / lower", "Ctrl+up / Ctrl+down"},
      {"left ones wider / narrower", "Ctrl+Shift+right / left"},
      {"code higher / lower", "Ctrl+Shift+up / down"},
      {"hide or show left; lower panels", "Ctrl+B; Ctrl+J"},
      {"change a cell of the table", "double-click, Enter", "Edit and save"},
      {"change how long a step takes", "drag the selected bar's end"},
      {"add / delete / duplicate a task", "Insert / Delete / Ctrl+D"},
      {"move a task up / down", "Alt+up / Alt+down"},
      {"undo / redo an edit", "Ctrl+Z / Ctrl+Shift+Z"},
      {"the scenario as text", "Ctrl+E"},
      {"open / save / save as", "Ctrl+O / Ctrl+S / Ctrl+Shift+S"},
      {"save the run", "Ctrl+Shift+R"},
      {"this help", "?"},
  };
  return lines;
}

}  // namespace interleave::gui
