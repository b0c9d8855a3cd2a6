#include "app/gui/model/input/key_text.h"

#include <array>

#include "app/gui/model/input/shortcuts.h"
#include "core/base/code_point.h"

namespace interleave::gui {

namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Key::f11) + 1> kKeyNames = {
    "",     "W",     "A",   "S",   "D",         "Space",  "Left",   "Right", "Up", "Down", "Home", "End", "PgUp",
    "PgDn", "Enter", "Esc", "Tab", "Backspace", "Delete", "Insert", "F2",    "F3", "F4",   "F5",   "F6",  "F11"};

bool is_arrow(Key key) { return key >= Key::left && key <= Key::down; }
bool is_small_letter(char32_t character) { return character >= U'a' && character <= U'z'; }

}  // namespace

std::string key_text(const Binding& binding) {
  const KeyPress& press = binding.press;
  std::string text;
  if (press.control) text += "Ctrl+";
  if (press.alt) text += "Alt+";
  if (binding.shift == WithShift::yes) text += "Shift+";
  if (press.key != Key::none) {
    const std::string name = kKeyNames[static_cast<std::size_t>(press.key)];
    if (!text.empty() || !is_arrow(press.key)) return text + name;
    return static_cast<char>(name[0] - 'A' + 'a') + name.substr(1) + " arrow";
  }
  if (is_small_letter(press.character)) {
    // As it stands on the key, but where the capital letter does something else.
    const char32_t capital = press.character - U'a' + U'A';
    return text + utf8(!press.control && is_bound(capital) ? press.character : capital);
  }
  // A plus after a plus could not be read.
  if (!text.empty() && !(press.character >= U'A' && press.character <= U'Z')) text.back() = ' ';
  return text + utf8(press.character);
}

}  // namespace interleave::gui
