#include "app/gui/model/input/keymap.h"

#include <algorithm>

#include "app/gui/model/edit/step_help.h"
#include "app/gui/model/input/key_table.h"
#include "app/gui/model/input/lesson_keys.h"
#include "app/gui/model/input/shortcuts.h"
#include "app/gui/model/input/text_keys.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/typing.h"

namespace interleave::gui {

namespace {

// What ends or goes on from the name of a mark and the text that is searched for.
std::optional<Command> for_typing(const AppState& state, const KeyPress& press) {
  switch (press.key) {
    case Key::enter:
      if (types_workers(state) || state.marks.edit) return command::EndTyping{};
      return command::GoToMatch{press.shift ? Direction::previous : Direction::next};
    case Key::escape:
      return command::Escape{};
    case Key::tab:
      return command::FocusControl{press.shift ? Direction::previous : Direction::next};
    default:
      return std::nullopt;
  }
}

// Where the help has no room for all of its rows; what goes too far is put right by who draws it.
std::optional<Command> for_help_key(const AppState& state, const KeyPress& press) {
  constexpr float kPage = 8;
  switch (press.key) {
    case Key::up:
      return command::ScrollHelp{state.help_scroll - 1};
    case Key::down:
      return command::ScrollHelp{state.help_scroll + 1};
    case Key::page_up:
      return command::ScrollHelp{state.help_scroll - kPage};
    case Key::page_down:
      return command::ScrollHelp{state.help_scroll + kPage};
    case Key::enter:
    case Key::space:
      return command::Activate{};
    default:
      return std::nullopt;
  }
}

// Among the steps a letter goes to the next one that begins with it, and no key goes past the menu.
Command for_step_menu_key(const AppState& state, const KeyPress& press) {
  if (press.key == Key::escape) return command::Escape{};
  const auto& verbs = verbs_by_group();
  const auto count = static_cast<int>(verbs.size());
  for (int by = 1; press.character != 0 && by <= count; ++by) {
    const Verb verb = verbs[static_cast<std::size_t>((state.menu_entry + by) % count)];
    if (static_cast<char32_t>(name(verb).front()) == press.character) return command::MoveInMenu{by};
  }
  return command::MoveInMenu{0};
}

std::optional<Command> for_menu_key(const AppState& state, const KeyPress& press) {
  if (state.menu == Menu::none) return std::nullopt;
  if (state.menu == Menu::help) return for_help_key(state, press);
  switch (press.key) {
    case Key::up:
      return command::MoveInMenu{-1};
    case Key::down:
      return command::MoveInMenu{+1};
    case Key::tab:
      return command::MoveInMenu{press.shift ? -1 : +1};
    case Key::enter:
    case Key::space:
      return command::Activate{};
    default:
      if (state.menu == Menu::steps) return for_step_menu_key(state, press);
      return std::nullopt;
  }
}

// Whatever the keys are taken by.
bool acts_on_window(const Command& command) {
  return command.as<command::ChangeTextScale>() != nullptr || command.as<command::ToggleFullScreen>() != nullptr ||
         command.as<command::OpenExport>() != nullptr;
}

// While it is asked what is to be taken along: nothing else feels a key but what acts on the whole window.
std::optional<Command> for_export_key(const AppState& state, const KeyPress& press) {
  const auto picked = static_cast<std::size_t>(state.exporting.kind);
  switch (press.key) {
    case Key::up:
      return command::PickExport{export_kind_at(picked == 0 ? 0 : picked - 1)};
    case Key::down:
      return command::PickExport{export_kind_at(std::min(picked + 1, kExportKindCount - 1))};
    case Key::left:
    case Key::right:
      if (state.exporting.kind != ExportKind::window) return std::nullopt;
      return command::SetPictureTimes{state.exporting.times + (press.key == Key::left ? -1 : 1)};
    case Key::tab:
      return command::FocusControl{press.shift ? Direction::previous : Direction::next};
    case Key::enter:
    case Key::space:
      if (state.focused) return command::Activate{};
      return command::AcceptExport{};
    case Key::escape:
      return command::OpenExport{};
    default:
      break;
  }
  const auto command = bound_command(state, press);
  return command && acts_on_window(*command) ? command : std::nullopt;
}

// "wheel, W / S"
std::string keys_text(const KeyLine& line) {
  std::string text = line.gesture;
  const char* between = text.empty() ? "" : ", ";
  for (const Binding& binding : line.keys) {
    if (binding.written.empty()) continue;
    text += between + binding.written;
    between = " / ";
  }
  return text;
}

}  // namespace

std::optional<Command> command_for(const AppState& state, const KeyPress& press) {
  if (state.menu == Menu::exports && !state.dialog) return for_export_key(state, press);
  if (typing(state) && !state.dialog && !press.control) {
    if (auto command = for_typing(state, press)) return command;
  }
  if (active_text(state) != nullptr) {
    // What types or edits goes to the text; of the rest, only what is no letter of it acts.
    if (const auto meant = text_press_of(press)) return command::PressInText{*meant};
    const auto command = press.control || press.key == Key::f11 ? bound_command(state, press) : std::nullopt;
    const bool acts = !typing(state) || (command && acts_on_window(*command));
    return acts ? command : std::nullopt;
  }
  if (!press.control) {
    if (auto command = for_menu_key(state, press)) return command;
  }
  if (state.lesson != nullptr && state.menu == Menu::none) {
    const LessonKeys lesson{state.answer_first, state.presenting, !state.typed_in_lesson.empty(),
                            state.focused.has_value()};
    if (auto command = lesson_command_for(press, lesson)) return command;
  }
  return bound_command(state, press);
}

const std::vector<HelpLine>& help_lines() {
  static const std::vector<HelpLine> lines = [] {
    std::vector<HelpLine> all;
    for (const KeyLine& line : key_table()) all.push_back({line.what, keys_text(line), line.heading});
    return all;
  }();
  return lines;
}

}  // namespace interleave::gui
