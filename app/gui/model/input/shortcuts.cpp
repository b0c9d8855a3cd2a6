#include "app/gui/model/input/shortcuts.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string_view>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/input/key_table.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

bool same_character(char32_t bound, char32_t typed) {
  if (bound == typed) return true;
  // A capital letter does the same, but where it is bound itself.
  return typed >= U'A' && typed <= U'Z' && bound == typed - U'A' + U'a' && !is_bound(typed);
}

bool any_binding(const std::function<bool(const Binding&)>& is_it) {
  return std::any_of(key_table().begin(), key_table().end(),
                     [&](const KeyLine& line) { return std::any_of(line.keys.begin(), line.keys.end(), is_it); });
}

bool is_letter_by_place(Key key) { return key >= Key::position_w && key <= Key::position_d; }

// Whether the character of a press says what it is, wherever its key lies.
bool counts_as_typed(const KeyPress& press) {
  const char32_t typed = press.character;
  if ((typed >= U'a' && typed <= U'z') || (typed >= U'A' && typed <= U'Z')) return true;
  return typed != 0 && any_binding([&](const Binding& binding) {
           return binding.press.control == press.control && binding.press.character == typed;
         });
}

// What a US keyboard types with Shift where it types this without; but a digit is one with Shift, too.
char32_t with_shift(char32_t place) {
  constexpr std::u32string_view kPlain = U"`-=[]\\;',./";
  constexpr std::u32string_view kShifted = U"~_+{}|:\"<>?";
  static_assert(kPlain.size() == kShifted.size());
  if (place >= U'a' && place <= U'z') return place - U'a' + U'A';
  const auto found = kPlain.find(place);
  return found == std::u32string_view::npos ? place : kShifted[found];
}

bool fits(const Binding& binding, const KeyPress& press) {
  if (binding.press.control != press.control || binding.press.key != press.key) return false;
  if (binding.press.alt && !press.alt) return false;
  if (binding.press.key == Key::none && !same_character(binding.press.character, press.character)) return false;
  return binding.shift == WithShift::any || (binding.shift == WithShift::yes) == press.shift;
}

// Whether what the selected cell holds is a number.
bool selects_number(const AppState& state) {
  const auto text = typed_text(state.scenario(), *state.panel.selected);
  double number = 0;
  if (!text) return false;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
  return read.ec == std::errc() && read.ptr == text->data() + text->size();
}

bool counts(const Binding& binding, const AppState& state) {
  if (binding.within && binding.within != state.focused_panel) return false;
  if (binding.where == Where::anywhere) return true;
  if (!state.panel.selected || state.menu != Menu::none) return false;
  // Whoever is the scheduler says with digits which task is next.
  if (binding.where == Where::numbers && (state.directed || !selects_number(state))) return false;
  const bool in_table = state.focused == "task-table"_act && binding.where != Where::steps;
  return in_table || (state.focused == "step-list"_act && binding.where != Where::table);
}

// Of two that fit, the one that says more of when it counts.
int weight(const Binding& binding) {
  return (binding.where == Where::anywhere ? 0 : 8) + (binding.within ? 4 : 0) + (binding.press.alt ? 2 : 0) +
         (binding.shift == WithShift::any ? 0 : 1);
}

}  // namespace

bool is_bound(char32_t character) {
  return any_binding([&](const Binding& binding) { return binding.press.character == character; });
}

KeyPress as_shortcut(const KeyPress& press) {
  KeyPress meant = press;
  if (press.control && is_letter_by_place(press.key)) meant.key = Key::none;
  if (meant.key != Key::none || press.place == 0 || counts_as_typed(press)) return meant;
  meant.character = press.shift && !press.control ? with_shift(press.place) : press.place;
  return meant;
}

std::optional<Command> bound_command(const AppState& state, const KeyPress& reported) {
  const KeyPress press = as_shortcut(reported);
  const Binding* best = nullptr;
  for (const KeyLine& line : key_table()) {
    for (const Binding& binding : line.keys) {
      if (!fits(binding, press) || !counts(binding, state)) continue;
      if (best == nullptr || weight(binding) > weight(*best)) best = &binding;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(best->wish(state, press));
}

}  // namespace interleave::gui
