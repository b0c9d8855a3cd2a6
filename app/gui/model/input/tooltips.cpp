#include "app/gui/model/input/tooltips.h"

#include <algorithm>

#include "app/gui/model/input/key_table.h"
#include "app/gui/model/input/key_text.h"

namespace interleave::gui {

std::string key_of(const AppState& state, const Act& act) {
  const Command command = act.command(state);
  for (const KeyLine& line : key_table()) {
    for (const Binding& binding : line.keys) {
      const bool is_like = std::find(binding.like.begin(), binding.like.end(), act.id) != binding.like.end();
      if (is_like || binding.wish(state, binding.press) == command) return key_text(binding);
    }
  }
  return {};
}

std::string tooltip_of(const AppState& state, const Act& act) { return act.tooltip(state, key_of(state, act)); }

}  // namespace interleave::gui
