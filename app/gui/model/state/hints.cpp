#include "app/gui/model/state/hints.h"

#include <algorithm>

namespace interleave::gui {

std::optional<Hint> next_hint(const HintsSeen& seen) {
  if (seen.dismissed) return std::nullopt;
  const auto* const unknown = std::find(seen.used.begin(), seen.used.end(), 0);
  if (unknown == seen.used.end()) return std::nullopt;
  return static_cast<Hint>(unknown - seen.used.begin());
}

HintText text_of(Hint hint) {
  switch (hint) {
    case Hint::play:
      return {"Space plays the run and pauses it", "Space plays"};
    case Hint::zoom:
      return {"The wheel over the bars zooms", "Wheel over bars: zoom"};
    case Hint::select_range:
      return {"Drag across the bars to measure a stretch of time", "Drag on bars to measure"};
    case Hint::details:
      return {"Click a bar for its details", "Click a bar for details"};
    case Hint::help:
      return {"? shows all keys and gestures", "? shows all keys"};
  }
  return {};
}

}  // namespace interleave::gui
