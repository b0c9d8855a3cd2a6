#include "app/gui/model/state/refused.h"

#include "core/run/refusal.h"

namespace interleave::gui {

std::optional<std::string> refusal_of(const AppState& state, Mode mode) {
  return state.has_program() ? refusal(state.scenario(), mode) : std::nullopt;
}

}  // namespace interleave::gui
