#pragma once

#include <cstdint>

namespace interleave::gui {

// What a key means to a text that is being typed.
enum class TextKey : std::uint8_t {
  character,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  backspace,
  remove,
  enter,
  tab,
  escape,
  select_all,
  cut,
  copy,
  paste,
  pasted,  // what was to be pasted has come
  undo,
  redo,
};

enum class Reach : std::uint8_t { near, far };      // one character or line; a word or all of the text (Ctrl)
enum class Extent : std::uint8_t { move, extend };  // with Shift, what is passed over is selected

struct TextPress {
  TextKey key = TextKey::character;
  char32_t character = 0;
  Reach reach = Reach::near;
  Extent extent = Extent::move;

  friend bool operator==(const TextPress&, const TextPress&) = default;
};

}  // namespace interleave::gui
