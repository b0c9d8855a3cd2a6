#include "app/gui/model/explain/editable_duration.h"

namespace interleave::gui {

std::optional<DurationPlace> editable_duration(const AppState& state, const Span& span) {
  if (span.state != State::running && span.state != State::waiting) return std::nullopt;
  if (!state.has_program() || !same_shape(*state.shown_scenario, state.scenario())) return std::nullopt;
  return find_duration(state.scenario(), index(span.task), span.step);
}

}  // namespace interleave::gui
