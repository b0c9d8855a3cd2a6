#include "app/gui/model/update/text_scale.h"

#include <algorithm>

namespace interleave::gui {

void change_text_scale(AppState& state, int steps) {
  if (steps == 0) {
    state.text_scale = 100;
    return;
  }
  // From what is seen: a step that the window has no room for would do nothing.
  const int shown = std::min(state.text_scale, state.most_text_scale);
  const auto* const end = std::upper_bound(kTextScales.begin(), kTextScales.end(), state.most_text_scale);
  const auto* const now = steps > 0 ? std::upper_bound(kTextScales.begin(), end, shown) - 1
                                    : std::lower_bound(kTextScales.begin(), end, shown);
  if (steps > 0 && now + 1 == end) return;
  const auto last = end - kTextScales.begin() - 1;
  const auto wanted = std::clamp<std::ptrdiff_t>(now - kTextScales.begin() + steps, 0, last);
  state.text_scale = kTextScales[static_cast<std::size_t>(wanted)];
}
}  // namespace interleave::gui
