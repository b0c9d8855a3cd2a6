#include "app/gui/model/input/text_keys.h"

#include "app/gui/model/input/shortcuts.h"

namespace interleave::gui {

namespace {

std::optional<TextKey> for_place(Key key) {
  switch (key) {
    case Key::left:
      return TextKey::left;
    case Key::right:
      return TextKey::right;
    case Key::up:
      return TextKey::up;
    case Key::down:
      return TextKey::down;
    case Key::home:
      return TextKey::home;
    case Key::end:
      return TextKey::end;
    case Key::page_up:
      return TextKey::page_up;
    case Key::page_down:
      return TextKey::page_down;
    case Key::backspace:
      return TextKey::backspace;
    case Key::remove:
      return TextKey::remove;
    case Key::enter:
      return TextKey::enter;
    case Key::tab:
      return TextKey::tab;
    case Key::escape:
      return TextKey::escape;
    default:
      return std::nullopt;
  }
}

std::optional<TextKey> for_letter(char32_t letter, bool shift) {
  switch (letter) {
    case U'a':
      return TextKey::select_all;
    case U'x':
      return TextKey::cut;
    case U'c':
      return TextKey::copy;
    case U'v':
      return TextKey::paste;
    case U'y':
      return TextKey::redo;
    case U'z':
      return shift ? TextKey::redo : TextKey::undo;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<TextPress> text_press_of(const KeyPress& press) {
  TextPress meant;
  meant.reach = press.control ? Reach::far : Reach::near;
  meant.extent = press.shift ? Extent::extend : Extent::move;
  auto key = for_place(press.key);
  if (!key && press.control) key = for_letter(as_shortcut(press).character, press.shift);
  if (!key && !press.control && press.character != 0) {
    key = TextKey::character;
    meant.character = press.character;
  }
  if (!key) return std::nullopt;
  meant.key = *key;
  return meant;
}

}  // namespace interleave::gui
